package energy.sem.quarter;

import java.util.Locale;

/** The counters whose first and last value is kept for each quarter hour; the name carries the unit. */
public enum Register {
    /** Energy from the grid in tariff 1, Wh. */
    IMPORT_T1_WH,
    /** Energy from the grid in tariff 2, Wh. */
    IMPORT_T2_WH,
    /** Energy from the grid, Wh; only where the meter has no tariffs. */
    IMPORT_WH,
    /** Energy to the grid in tariff 1, Wh. */
    EXPORT_T1_WH,
    /** Energy to the grid in tariff 2, Wh. */
    EXPORT_T2_WH,
    /** Energy to the grid, Wh; only where the meter has no tariffs. */
    EXPORT_WH,
    /** Gas or water, litres. */
    VOLUME_L,
    /** Heat, MJ. */
    HEAT_MJ;

    private final String column = name().toLowerCase(Locale.ROOT);

    /** The column of {@code quarter_hour} with the first value, such as {@code first_import_t1_wh}. */
    public String firstColumn() {
        return "first_" + column;
    }

    /** The column of {@code quarter_hour} with the last value, such as {@code last_import_t1_wh}. */
    public String lastColumn() {
        return "last_" + column;
    }
}
