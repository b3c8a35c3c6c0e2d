package energy.sem.history.store;

/**
 * What happened to a device, as the view {@code device_change} derives it.
 *
 * @param atMilli its first reading there, milliseconds since 1970 in UTC
 * @param what {@code appeared}, {@code replaced}, {@code kind-changed} or {@code moved}
 * @param channel the M-Bus channel, 0 for the meter with the P1 port
 * @param kind of the device
 * @param serial its number
 * @param previousKind of the device that was there before, or {@code null}
 * @param previousSerial its number, or {@code null}
 */
public record DeviceChange(
        long atMilli, String what, int channel, Kind kind, String serial, Kind previousKind, String previousSerial) {}
