package energy.sem.base;

import java.util.Optional;
import java.util.Set;

/**
 * The meters that who asks may read. What is not among them does not exist for who asks: it is answered as a meter that is not
 * there, without a look whether it is. Immutable.
 *
 * @param all whether it is every meter, and what is of the installation too
 * @param names where it is not: which ones
 * @param reader whose key opens only these; empty where it is nobody's, or every meter
 */
public record ReadableMeters(boolean all, Set<String> names, String reader) {
    /** Every meter, and what is of the installation. */
    public static final ReadableMeters ALL = new ReadableMeters(true, Set.of(), "");

    public ReadableMeters {
        names = Set.copyOf(names);
    }

    /** Only these. */
    public static ReadableMeters only(Set<String> names) {
        return of("", names);
    }

    /** Only these, by a key of this reader. */
    public static ReadableMeters of(String reader, Set<String> names) {
        return new ReadableMeters(false, names, reader);
    }

    /** Which ones, where it is not every meter. */
    public Optional<Set<String>> limits() {
        return all ? Optional.empty() : Optional.of(names);
    }

    /** Whether the meter of this name, if there is one, may be read. */
    public boolean opens(String meter) {
        return all || names.contains(meter);
    }
}
