package energy.sem.history.store;

import energy.sem.event.Electricity;
import energy.sem.event.MBusReading;

/**
 * One raw reading as it is stored: of the electricity meter or of an M-Bus device.
 *
 * @param atMilli the instant, milliseconds since 1970 in UTC
 * @param electricity of the electricity meter, else {@code null}
 * @param mbus of an M-Bus device, else {@code null}
 */
public record RawRow(long atMilli, Electricity electricity, MBusReading mbus) {}
