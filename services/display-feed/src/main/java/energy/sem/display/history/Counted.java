package energy.sem.display.history;

import java.math.BigDecimal;

import energy.sem.display.view.Utility;

/**
 * What a view counts of a span.
 *
 * @param amount import in Wh, or use in litres; null when not known
 * @param exportWh null when not known and for gas and water
 */
record Counted(Long amount, Long exportWh) {
    private static final Counted NONE = new Counted(null, null);

    static Counted of(Answers.Totals span, Utility utility) {
        return span == null ? NONE : of(span.importKwh(), span.exportKwh(), span.gasM3(), span.waterM3(), utility);
    }

    static Counted of(Answers.Part span, Utility utility) {
        return of(span.importKwh(), span.exportKwh(), span.gasM3(), span.waterM3(), utility);
    }

    /** The amounts at the very start of a period, when its first quarter hour is not full. */
    static Answers.Totals nothingYet(Meter meter) {
        BigDecimal electricity = meter.utilities().contains(Utility.ELECTRICITY) ? BigDecimal.ZERO : null;
        return new Answers.Totals(
                electricity,
                null,
                null,
                electricity,
                meter.utilities().contains(Utility.GAS) ? BigDecimal.ZERO : null,
                meter.utilities().contains(Utility.WATER) ? BigDecimal.ZERO : null,
                null,
                null,
                null,
                null);
    }

    private static Counted of(
            BigDecimal importKwh, BigDecimal exportKwh, BigDecimal gasM3, BigDecimal waterM3, Utility utility) {
        return switch (utility) {
            case ELECTRICITY -> new Counted(Answers.thousandths(importKwh), Answers.thousandths(exportKwh));
            case GAS -> new Counted(Answers.thousandths(gasM3), null);
            case WATER -> new Counted(Answers.thousandths(waterM3), null);
        };
    }
}
