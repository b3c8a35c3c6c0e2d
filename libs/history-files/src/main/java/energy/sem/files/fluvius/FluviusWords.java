package energy.sem.files.fluvius;

import energy.sem.files.Trust;
import energy.sem.files.reading.CsvTable;
import energy.sem.p1.Register;

/** The words in Fluvius' columns, Dutch and English, and those of its interface for service providers. */
final class FluviusWords {

    private FluviusWords() {}

    /**
     * The register of a row; null where it is not known or not wanted.
     *
     * @param unit normalised
     * @param calorific whether the file has the column that only gas has
     */
    static Register register(String word, String unit, boolean calorific) {
        String name = CsvTable.normalised(word);
        return switch (name) {
            case "afnamedag", "offtakeday" -> energy(Register.IMPORT_T1_WH, unit);
            case "afnamenacht", "offtakenight" -> energy(Register.IMPORT_T2_WH, unit);
            case "injectiedag", "injectionday" -> energy(Register.EXPORT_T1_WH, unit);
            case "injectienacht", "injectionnight" -> energy(Register.EXPORT_T2_WH, unit);
            // Meters that are read at a distance for longer (AMR) have one register each way.
            case "afnameactief", "offtakeactive" -> energy(Register.IMPORT_WH, unit);
            case "injectieactief", "injectionactive" -> energy(Register.EXPORT_WH, unit);
            case "afname", "offtake" -> calorific || isVolume(unit) ? volume(unit) : null;
            default -> null;
        };
    }

    /** Whether a row repeats in kWh what another says in m³. */
    static boolean isGasInKwh(String word, String unit, boolean calorific) {
        String name = CsvTable.normalised(word);
        return calorific && unit.equals("kwh") && (name.equals("afname") || name.equals("offtake"));
    }

    private static Register energy(Register register, String unit) {
        return unit.equals("kwh") ? register : null;
    }

    private static Register volume(String unit) {
        return isVolume(unit) ? Register.VOLUME_L : null;
    }

    /** A spreadsheet that saved the file in another encoding may have left anything of the small 3. */
    private static boolean isVolume(String unit) {
        return unit.equals("m") || unit.equals("m3") || unit.equals("m³") || unit.equals("mâ");
    }

    /** "Geen verbruik" means that nothing is known, not that nothing was used. */
    static boolean isNothingKnown(String status) {
        String name = CsvTable.normalised(status);
        return name.equals("geenverbruik") || name.equals("noconsumption") || name.equals("nval");
    }

    /** How far to believe a row; null for a word that is not known. */
    static Trust trust(String status) {
        return switch (CsvTable.normalised(status)) {
            case "uitgelezen", "read", "gevalideerd", "validated", "val" -> Trust.VALIDATED;
            case "geschat", "estimated", "est" -> Trust.ESTIMATED;
            default -> null;
        };
    }
}
