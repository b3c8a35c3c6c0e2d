package energy.sem.ingest.reading;

import energy.sem.event.MBusReading;

/**
 * One row of {@code mbus_reading}.
 *
 * @param deviceId the M-Bus device
 * @param atMilli when it was read, milliseconds since 1970 in UTC
 * @param values what the telegram says
 */
public record DeviceReading(int deviceId, long atMilli, MBusReading values) {}
