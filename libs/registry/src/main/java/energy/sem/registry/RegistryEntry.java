package energy.sem.registry;

import java.util.List;

/** What every entry of the registry has, whatever it is of. Immutable. */
public sealed interface RegistryEntry permits MeterEntry, ReaderEntry {

    /** How often it was written, from 1: whoever changes it says which one was read. */
    long version();

    /** Keys of it, the newest last; at most eight. */
    List<KeptKey> keys();

    /** @throws IllegalArgumentException when the version is not from 1 on, or there are more than eight keys */
    static void require(long version, List<KeptKey> keys) {
        if (version < 1) {
            throw new IllegalArgumentException("its version " + version + " is not from 1 on");
        }
        if (keys.size() > KeptKey.MOST) {
            throw new IllegalArgumentException("it has " + keys.size() + " keys, more than " + KeptKey.MOST);
        }
    }
}
