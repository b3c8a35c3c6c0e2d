package energy.sem.ingest.meter;

/**
 * What makes a device this device and no other.
 *
 * @param meterId of the meter it is read through
 * @param kind what it measures
 * @param serial its serial number
 */
public record DeviceKey(int meterId, DeviceKind kind, String serial) {}
