package energy.sem.bridge.local;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * By which names this machine may be asked: addresses, and names that only a home's own network knows. A web site whose name is
 * made to mean an address in the home (DNS rebinding) would otherwise read the meter through the browser of who looks at it.
 */
final class LocalHosts {
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|\\[?[0-9a-f:.]*:[0-9a-f:.]*]?");
    /** Without a dot, or below what is in no public DNS (RFC 6762, RFC 8375, ICANN's .internal), or of usual routers. */
    private static final Pattern HOME =
            Pattern.compile("[^.]+|.+\\.(local|localhost|lan|home|internal|home\\.arpa|fritz\\.box)\\.?");

    private final Set<String> more = new TreeSet<>();

    /** @param more names of {@code sem.http.hosts} */
    LocalHosts(Collection<String> more) {
        more.forEach(host -> this.more.add(host.trim().toLowerCase(Locale.ROOT)));
    }

    /** Whether a request to this host is meant for this machine. */
    boolean isOurs(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return ADDRESS.matcher(name).matches() || HOME.matcher(name).matches() || more.contains(name);
    }
}
