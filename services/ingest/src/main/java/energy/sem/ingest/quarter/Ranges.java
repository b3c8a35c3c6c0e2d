package energy.sem.ingest.quarter;

/**
 * The extremes within a quarter hour; {@code null} where nothing is known.
 *
 * @param maxImportW highest power from the grid, W
 * @param maxExportW highest power to the grid, W
 * @param minVoltageL1Dv lowest voltage of phase 1, tenths of a volt
 * @param maxVoltageL1Dv highest voltage of phase 1, tenths of a volt
 * @param minVoltageL2Dv lowest voltage of phase 2, tenths of a volt
 * @param maxVoltageL2Dv highest voltage of phase 2, tenths of a volt
 * @param minVoltageL3Dv lowest voltage of phase 3, tenths of a volt
 * @param maxVoltageL3Dv highest voltage of phase 3, tenths of a volt
 */
public record Ranges(
        Integer maxImportW,
        Integer maxExportW,
        Integer minVoltageL1Dv,
        Integer maxVoltageL1Dv,
        Integer minVoltageL2Dv,
        Integer maxVoltageL2Dv,
        Integer minVoltageL3Dv,
        Integer maxVoltageL3Dv) {

    /** Nothing is known. */
    public static final Ranges NONE = new Ranges(null, null, null, null, null, null, null, null);
}
