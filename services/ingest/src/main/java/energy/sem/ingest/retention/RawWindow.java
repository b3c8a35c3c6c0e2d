package energy.sem.ingest.retention;

/**
 * What the raw tables hold.
 *
 * @param fromMilli the first instant, milliseconds since 1970 in UTC
 * @param untilMilli the first instant after it
 */
public record RawWindow(long fromMilli, long untilMilli) {

    /** True when a reading of this instant belongs into the raw tables and has a partition. */
    public boolean holds(long atMilli) {
        return atMilli >= fromMilli && atMilli < untilMilli;
    }
}
