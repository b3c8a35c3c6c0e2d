package energy.sem.event;

/** The topics of SEM; the key of every record is the meter's name. */
public final class Topics {
    /** {@link TelegramEvent} as JSON: 12 partitions, kept 7 days. */
    public static final String TELEGRAMS = "sem.telegrams";

    /** A rejected frame's bytes as they came; headers {@code cause}, {@code detail}, {@code received-at}. */
    public static final String REJECTED = "sem.telegrams.rejected";

    /** An event that ingest cannot store; headers {@code cause}, {@code detail}. */
    public static final String DEAD = "sem.telegrams.dead";

    /** Each meter's health, compacted. */
    public static final String METERS = "sem.meters";

    private Topics() {}
}
