package energy.sem.ingest.quarter;

import java.util.function.IntBinaryOperator;

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

    /** The extremes of both. */
    public Ranges merge(Ranges other) {
        return new Ranges(
                pick(Math::max, maxImportW, other.maxImportW),
                pick(Math::max, maxExportW, other.maxExportW),
                pick(Math::min, minVoltageL1Dv, other.minVoltageL1Dv),
                pick(Math::max, maxVoltageL1Dv, other.maxVoltageL1Dv),
                pick(Math::min, minVoltageL2Dv, other.minVoltageL2Dv),
                pick(Math::max, maxVoltageL2Dv, other.maxVoltageL2Dv),
                pick(Math::min, minVoltageL3Dv, other.minVoltageL3Dv),
                pick(Math::max, maxVoltageL3Dv, other.maxVoltageL3Dv));
    }

    /** These with the power and voltage of one telegram or range added. */
    Ranges power(Integer importW, Integer exportW) {
        return merge(new Ranges(importW, exportW, null, null, null, null, null, null));
    }

    /** These with the voltage range of one phase added, tenths of a volt. */
    Ranges voltage(int phase, Integer minDeciV, Integer maxDeciV) {
        return switch (phase) {
            case 1 -> merge(new Ranges(null, null, minDeciV, maxDeciV, null, null, null, null));
            case 2 -> merge(new Ranges(null, null, null, null, minDeciV, maxDeciV, null, null));
            case 3 -> merge(new Ranges(null, null, null, null, null, null, minDeciV, maxDeciV));
            default -> this;
        };
    }

    private static Integer pick(IntBinaryOperator of, Integer a, Integer b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return of.applyAsInt(a, b);
    }
}
