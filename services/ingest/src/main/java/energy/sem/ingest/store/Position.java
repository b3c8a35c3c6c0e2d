package energy.sem.ingest.store;

/**
 * Where a partition is read on.
 *
 * @param next the offset of the first record that is not stored
 * @param leaderEpoch of the last one that is, by which Kafka finds out that it has lost what was stored; negative where unknown
 */
public record Position(long next, int leaderEpoch) {
    public static final int UNKNOWN = -1;

    /** Before all that a partition has. */
    public static final Position BEGINNING = new Position(0, UNKNOWN);
}
