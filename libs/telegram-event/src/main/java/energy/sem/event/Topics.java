package energy.sem.event;

/** The topics of SEM; the key of every record is the meter's name, but for {@link #PRICES} and {@link #REGISTRY}. */
public final class Topics {
    /** {@link TelegramEvent} as JSON: 12 partitions, kept 7 days. */
    public static final String TELEGRAMS = "sem.telegrams";

    /** Events that {@code publish-every} leaves out of {@link #TELEGRAMS}, for who looks live: kept an hour, flushed by nobody. */
    public static final String LIVE = "sem.live";

    /** A rejected frame's bytes as they came; headers {@code cause}, {@code detail}, {@code received-at}. */
    public static final String REJECTED = "sem.telegrams.rejected";

    /** An event that ingest cannot store; headers {@code cause}, {@code detail}. */
    public static final String DEAD = "sem.telegrams.dead";

    /** Each meter's health, compacted. */
    public static final String METERS = "sem.meters";

    /** Day-ahead prices of an area and a day as JSON, the area as key: one partition, kept 30 days. */
    public static final String PRICES = "sem.prices";

    /** What is administered while SEM runs: {@code meter/NAME} as key, JSON as value, null for what was removed; one partition, compacted. */
    public static final String REGISTRY = "sem.registry";

    /** Nothing is ever written to it: who reads which meter is decided by its partitions. Made where gateways share their sources. */
    public static final String SOURCES = "sem.sources";

    private Topics() {}
}
