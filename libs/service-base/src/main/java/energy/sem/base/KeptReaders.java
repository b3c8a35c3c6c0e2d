package energy.sem.base;

import java.util.List;

/**
 * Readers beside those of the settings, which come, change and go while a service runs: a service that follows them has one
 * bean of this. Asked at each request; it waits for nobody. Thread-safe.
 */
public interface KeptReaders {

    /** Those that there are now, as far as is known; the same list as long as nothing has changed. */
    List<KeptReader> now();

    /** Whether these are all: where they are not, a key that opens nothing is not a wrong one yet. */
    boolean isKnown();
}
