package energy.sem.history.cost;

import java.util.Locale;

/** What a cost is made of, in the order of an invoice. */
public enum Part {
    IMPORT_T1("kWh"),
    IMPORT_T2("kWh"),
    IMPORT("kWh"),
    EXPORT_T1("kWh"),
    EXPORT_T2("kWh"),
    EXPORT("kWh"),
    CAPACITY(null),
    ELECTRICITY_FIXED(null),
    GAS("m3"),
    GAS_FIXED(null),
    WATER("m3"),
    WATER_FIXED(null);

    private final String unit;

    Part(String unit) {
        this.unit = unit;
    }

    /** As in answers, such as {@code import-t1}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The unit of its quantity, or {@code null} when it has none: a fee. */
    public String unit() {
        return unit;
    }
}
