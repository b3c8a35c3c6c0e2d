package energy.sem.registry;

/** What every entry of the registry has, whatever it is of. Immutable. */
public sealed interface RegistryEntry permits MeterEntry, ReaderEntry, GroupEntry {

    /** What it is of. */
    EntryKind<?> kind();

    /** How often it was written, from 1: whoever changes it says which one was read. */
    long version();

    /**
     * Makes sure of what every entry has.
     *
     * @throws IllegalArgumentException when the version is not from 1 on
     */
    static void require(long version) {
        if (version < 1) {
            throw new IllegalArgumentException("its version " + version + " is not from 1 on");
        }
    }
}
