package energy.sem.history.store;

import java.util.Locale;

import energy.sem.event.MBusReading;
import energy.sem.quarter.QuarterSeries;

/** What a device measures; the words are those of the table. */
public enum Kind {
    ELECTRICITY,
    GAS,
    WATER,
    HEAT,
    SUBMETER,
    OTHER;

    /** As in the table and in answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of this word. */
    static Kind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** The kind on the M-Bus; the electricity meter itself is not on it. */
    MBusReading.Kind onMBus() {
        return switch (this) {
            case GAS -> MBusReading.Kind.GAS;
            case WATER -> MBusReading.Kind.WATER;
            case HEAT -> MBusReading.Kind.HEAT;
            case SUBMETER -> MBusReading.Kind.ELECTRICITY;
            case ELECTRICITY, OTHER -> MBusReading.Kind.OTHER;
        };
    }

    /** More time than this between neighbouring readings is a gap, milliseconds. */
    public long gapMilli() {
        return this == ELECTRICITY ? QuarterSeries.ELECTRICITY_GAP_MILLI : QuarterSeries.MBUS_GAP_MILLI;
    }
}
