package energy.sem.ingest.reading;

import energy.sem.event.MBusReading;

/**
 * One row of {@code mbus_reading}, but for its device.
 *
 * @param atMilli when it was read, milliseconds since 1970 in UTC
 * @param values what the telegram says
 */
public record DeviceReading(long atMilli, MBusReading values) implements TimedReading {}
