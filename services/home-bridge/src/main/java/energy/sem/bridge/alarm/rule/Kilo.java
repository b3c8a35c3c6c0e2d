package energy.sem.bridge.alarm.rule;

import java.math.BigDecimal;

/** Whole watts and litres as people read them. */
final class Kilo {
    private Kilo() {}

    /** Such as {@code 4.2}, at most two decimals, without zeros at the end. */
    static String watts(long watts) {
        BigDecimal kilo = BigDecimal.valueOf(Math.round(watts / 10.0), 2).stripTrailingZeros();
        return (kilo.scale() < 0 ? kilo.setScale(0) : kilo).toPlainString();
    }
}
