package energy.sem.source;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A kind of source, found by its scheme: it says how such a source is written, in words what it is, and makes it. Another
 * kind is one class, named in {@code META-INF/services}. Immutable; has a public constructor without parameters.
 */
public interface SourceKind {

    /** What stands before the first colon of its URLs. */
    String scheme();

    /** How such sources are written, the most usual first. */
    List<Form> forms();

    /** What it may be given beside its URL, as the last part of a meter's setting, such as {@code token}. */
    default Set<String> credentials() {
        return Set.of();
    }

    /**
     * The source that the URL names; empty where nothing is read.
     *
     * @param url with this kind's scheme
     * @throws IllegalArgumentException with a line for people, without a secret, when it is not of the kind's form
     */
    Optional<Source> parse(String url, Credentials credentials);

    /** The mDNS services by which devices of this kind, or that lead to one, announce themselves. */
    default Set<String> serviceTypes() {
        return Set.of();
    }

    /** What may be done with a device that announced one of {@link #serviceTypes}; empty where it is no meter. */
    default Optional<Suggestion> suggest(Announced device) {
        return Optional.empty();
    }

    /**
     * One way to write a source.
     *
     * @param text such as {@code tcp://host:port}
     * @param words what it is, in a few words
     */
    record Form(String text, String words) {}
}
