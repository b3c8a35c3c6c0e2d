package energy.sem.display.history;

import java.math.BigDecimal;
import java.math.RoundingMode;

import energy.sem.display.history.api.AmountsJson;
import energy.sem.display.history.api.BillJson;
import energy.sem.display.history.api.BillJson.CurrencyEnum;
import energy.sem.display.history.api.BucketJson;
import energy.sem.display.history.api.ChangeJson;
import energy.sem.display.view.Utility;

/**
 * What a view counts of a span.
 *
 * @param amount import in Wh, or use in litres; null when not known
 * @param exportWh null when not known and for gas and water
 */
record Counted(Long amount, Long exportWh) {
    private static final Counted NONE = new Counted(null, null);

    static Counted of(AmountsJson span, Utility utility) {
        return span == null
                ? NONE
                : of(span.getImportKwh(), span.getExportKwh(), span.getGasM3(), span.getWaterM3(), utility);
    }

    static Counted of(BucketJson span, Utility utility) {
        return of(span.getImportKwh(), span.getExportKwh(), span.getGasM3(), span.getWaterM3(), utility);
    }

    /** The amounts at the very start of a period, when its first quarter hour is not full. */
    static AmountsJson nothingYet(Meter meter) {
        BigDecimal electricity = meter.utilities().contains(Utility.ELECTRICITY) ? BigDecimal.ZERO : null;
        return new AmountsJson()
                .importKwh(electricity)
                .exportKwh(electricity)
                .gasM3(meter.utilities().contains(Utility.GAS) ? BigDecimal.ZERO : null)
                .waterM3(meter.utilities().contains(Utility.WATER) ? BigDecimal.ZERO : null);
    }

    /** Thousandths: kWh to Wh, kW to W, m³ to litres; null stays null. */
    static Long thousandths(BigDecimal value) {
        return value == null ? null : whole(value.movePointRight(3));
    }

    /** The total in cents, negative when earned; null when not known, or in money that pictures have no sign for. */
    static Long cents(BillJson bill) {
        return bill == null || bill.getTotal() == null || bill.getCurrency() != CurrencyEnum.EUR
                ? null
                : whole(bill.getTotal().movePointRight(2));
    }

    static Long changePercent(ChangeJson change, Utility utility) {
        return switch (utility) {
            case ELECTRICITY -> change.getImportKwh();
            case GAS -> change.getGasM3();
            case WATER -> change.getWaterM3();
        };
    }

    private static Long whole(BigDecimal value) {
        return value.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    private static Counted of(
            BigDecimal importKwh, BigDecimal exportKwh, BigDecimal gasM3, BigDecimal waterM3, Utility utility) {
        return switch (utility) {
            case ELECTRICITY -> new Counted(thousandths(importKwh), thousandths(exportKwh));
            case GAS -> new Counted(thousandths(gasM3), null);
            case WATER -> new Counted(thousandths(waterM3), null);
        };
    }
}
