package energy.sem.ingest.reading;

/** What a device showed at one time. */
public interface TimedReading {

    /** When, milliseconds since 1970 in UTC. */
    long atMilli();
}
