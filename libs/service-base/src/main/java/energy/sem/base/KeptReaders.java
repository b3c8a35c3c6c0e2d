package energy.sem.base;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Readers beside those of the settings, which come, change and go while a service runs: a service that follows them has one
 * bean of this. Asked at each request; it waits for nobody. Thread-safe.
 */
public interface KeptReaders {

    /** Those that there are now, as far as is known; the same list as long as nothing has changed. */
    List<KeptReader> now();

    /**
     * The members of groups that are administered too, by the groups' names; the same map as long as nothing has changed. A group
     * of the settings wins over one of the same name.
     */
    default Map<String, Set<String>> membersByGroup() {
        return Map.of();
    }

    /** Whether these are all: where they are not, a key that opens nothing is not a wrong one yet. */
    boolean isKnown();
}
