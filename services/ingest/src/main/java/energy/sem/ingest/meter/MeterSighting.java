package energy.sem.ingest.meter;

/**
 * A meter that is heard of.
 *
 * @param name as configured
 * @param atMilli when, milliseconds since 1970 in UTC
 * @param simulated whether it is a simulated household
 */
public record MeterSighting(String name, long atMilli, boolean simulated) {}
