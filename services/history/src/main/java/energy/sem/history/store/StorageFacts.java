package energy.sem.history.store;

import java.time.Instant;

/**
 * What the tables say of how storing goes.
 *
 * @param keptAside how many values of the last days were kept aside, since they cannot be true
 * @param roomUntil up to when there is room for raw readings; {@code null} before there was any
 * @param dayZone of which zone the days are that ingest keeps; {@code null} before it kept one
 */
public record StorageFacts(long keptAside, Instant roomUntil, String dayZone) {
    /** Nothing is known. */
    public static final StorageFacts NONE = new StorageFacts(0, null, null);
}
