package energy.sem.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The kinds of source that there are, by their scheme. Immutable. */
public final class Sources {
    private final Map<String, SourceKind> byScheme;

    private Sources(List<SourceKind> kinds) {
        byScheme = new LinkedHashMap<>();
        for (SourceKind kind : kinds) {
            if (byScheme.put(kind.scheme(), kind) != null) {
                throw new IllegalStateException("two kinds of source have the scheme " + kind.scheme());
            }
        }
    }

    /** Those that the gateway reads: every kind that {@code META-INF/services} names. */
    public static Sources found() {
        List<SourceKind> kinds = new ArrayList<>();
        // Not the thread's class loader: which kinds there are must not depend on who asks.
        ServiceLoader.load(SourceKind.class, SourceKind.class.getClassLoader()).forEach(kinds::add);
        return new Sources(kinds);
    }

    /** These and one more, which comes last. */
    public Sources and(SourceKind more) {
        List<SourceKind> kinds = new ArrayList<>(byScheme.values());
        kinds.add(more);
        return new Sources(kinds);
    }

    /** How sources are written, of all kinds. */
    public List<SourceKind.Form> forms() {
        return byScheme.values().stream().flatMap(kind -> kind.forms().stream()).toList();
    }

    /** The mDNS services by which devices are found. */
    public Set<String> serviceTypes() {
        Set<String> types = new TreeSet<>();
        byScheme.values().forEach(kind -> types.addAll(kind.serviceTypes()));
        return types;
    }

    /** What may be done with a device that was found; empty where it is no meter, or of no kind. */
    public List<Suggestion> suggest(Announced device) {
        return byScheme.values().stream()
                .filter(kind -> kind.serviceTypes().contains(device.type()))
                .flatMap(kind -> kind.suggest(device).stream())
                .toList();
    }

    /**
     * The source that a URL names; empty where nothing is read.
     *
     * @throws IllegalArgumentException with a line for people, without a secret, when it names none, or is given what it
     *     cannot use
     */
    public Optional<Source> parse(String url, Credentials credentials) {
        String trimmed = url.trim();
        SourceKind kind = byScheme.get(scheme(trimmed));
        if (kind == null) {
            throw new IllegalArgumentException("\"" + trimmed + "\" is no source; known are "
                    + forms().stream().map(SourceKind.Form::text).collect(Collectors.joining(", ")));
        }
        Set<String> useless = new TreeSet<>(credentials.given());
        useless.removeAll(kind.credentials());
        if (!useless.isEmpty()) {
            throw new IllegalArgumentException(
                    "a source of the kind " + kind.scheme() + " takes no " + String.join(" and no ", useless));
        }
        return kind.parse(trimmed, credentials);
    }

    // What a scheme of a URL is written with (RFC 3986 3.1), so that "push?x" is of the kind push.
    private static String scheme(String url) {
        int end = 0;
        while (end < url.length() && Character.isLetterOrDigit(url.charAt(end))) {
            end++;
        }
        return url.substring(0, end);
    }
}
