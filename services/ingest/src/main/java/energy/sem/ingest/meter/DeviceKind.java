package energy.sem.ingest.meter;

import java.util.Locale;

import energy.sem.event.MBusReading;

/** What a device measures, as {@code device.kind} says it in lower case. */
public enum DeviceKind {
    /** The meter with the P1 port. */
    ELECTRICITY,
    GAS,
    WATER,
    HEAT,
    /** A further electricity meter on the M-Bus. */
    SUBMETER,
    OTHER;

    /** The kind of an M-Bus device. */
    public static DeviceKind of(MBusReading.Kind kind) {
        return switch (kind) {
            case GAS -> GAS;
            case WATER -> WATER;
            case HEAT -> HEAT;
            case ELECTRICITY -> SUBMETER;
            case OTHER -> OTHER;
        };
    }

    /** The word in the column. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
