package energy.sem.bridge.value;

import java.math.BigDecimal;

/** Whole numbers of a small unit as decimals of the large one; null stays null. */
final class Decimals {
    private Decimals() {}

    static BigDecimal thousandths(Number value) {
        return moved(value, 3);
    }

    static BigDecimal hundredths(Number value) {
        return moved(value, 2);
    }

    static BigDecimal tenths(Number value) {
        return moved(value, 1);
    }

    /** kW of history as whole W. */
    static Integer watts(BigDecimal kw) {
        return kw == null ? null : kw.movePointRight(3).intValue();
    }

    private static BigDecimal moved(Number value, int places) {
        return value == null ? null : BigDecimal.valueOf(value.longValue(), places);
    }
}
