package energy.sem.history.cost;

import java.util.Locale;

/** What a cost is made of, in the order of an invoice. */
public enum Part {
    IMPORT_T1(Utility.ELECTRICITY, "IMPORT_T1_KWH", "energy from the grid in tariff 1"),
    IMPORT_T2(Utility.ELECTRICITY, "IMPORT_T2_KWH", "energy from the grid in tariff 2"),
    /** What neither tariff 1 nor tariff 2 counted. */
    IMPORT(Utility.ELECTRICITY, "IMPORT_KWH", "energy from the grid"),
    EXPORT_T1(Utility.ELECTRICITY, "EXPORT_T1_KWH", "energy to the grid in tariff 1"),
    EXPORT_T2(Utility.ELECTRICITY, "EXPORT_T2_KWH", "energy to the grid in tariff 2"),
    /** What neither tariff 1 nor tariff 2 counted. */
    EXPORT(Utility.ELECTRICITY, "EXPORT_KWH", "energy to the grid"),
    CAPACITY(Utility.ELECTRICITY),
    ELECTRICITY_FIXED(Utility.ELECTRICITY),
    GAS(Utility.GAS, "M3", "gas"),
    GAS_FIXED(Utility.GAS),
    WATER(Utility.WATER, "M3", "water"),
    WATER_FIXED(Utility.WATER);

    private final Utility utility;
    private final String setting;
    private final String words;

    /** A fee. */
    Part(Utility utility) {
        this(utility, null, null);
    }

    Part(Utility utility, String setting, String words) {
        this.utility = utility;
        this.setting = setting;
        this.words = words;
    }

    /** As in answers, such as {@code import-t1}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The unit of its quantity, or {@code null} when it has none: a fee. */
    public String unit() {
        return setting == null ? null : utility == Utility.ELECTRICITY ? "kWh" : "m3";
    }

    Utility utility() {
        return utility;
    }

    /** How the setting with its price ends; {@code null} for a fee. */
    String setting() {
        return setting;
    }

    /** What flows, for a sentence; {@code null} for a fee. */
    String words() {
        return words;
    }
}
