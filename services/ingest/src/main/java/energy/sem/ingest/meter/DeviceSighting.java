package energy.sem.ingest.meter;

/**
 * A device that is heard of.
 *
 * @param device which
 * @param channel its M-Bus channel; {@code null} for the meter itself
 * @param atMilli when its value was read, milliseconds since 1970 in UTC
 */
public record DeviceSighting(DeviceKey device, Integer channel, long atMilli) {}
