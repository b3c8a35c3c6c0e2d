package energy.sem.ingest.meter;

/**
 * A device where it was heard.
 *
 * @param device which
 * @param channel its M-Bus channel; {@code null} for the meter itself
 */
public record DevicePlace(DeviceKey device, Integer channel) {}
