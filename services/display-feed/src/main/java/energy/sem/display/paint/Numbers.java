package energy.sem.display.paint;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as a language writes them. Exact: halves are rounded away from zero. */
final class Numbers {
    private static final char MINUS = '\u2212';

    private final String decimal;
    private final String group;

    Numbers(String decimal, String group) {
        this.decimal = decimal;
        this.group = group;
    }

    /** Thousandths (Wh, litres, W) as whole units (kWh, m³, kW) with this many decimals. */
    String thousandths(long value, int decimals) {
        return number(BigDecimal.valueOf(value, 3), decimals);
    }

    /** Hundredths (cents) as whole units with this many decimals. */
    String hundredths(long value, int decimals) {
        return number(BigDecimal.valueOf(value, 2), decimals);
    }

    /** A whole number. */
    String whole(long value) {
        return number(BigDecimal.valueOf(value), 0);
    }

    private String number(BigDecimal exact, int decimals) {
        String digits = exact.setScale(decimals, RoundingMode.HALF_UP).abs().toPlainString();
        int point = digits.indexOf('.');
        StringBuilder text = new StringBuilder(point < 0 ? digits : digits.substring(0, point));
        for (int i = text.length() - 3; i > 0; i -= 3) {
            text.insert(i, group);
        }
        if (point >= 0) {
            text.append(decimal).append(digits, point + 1, digits.length());
        }
        boolean zero = exact.setScale(decimals, RoundingMode.HALF_UP).signum() == 0;
        return exact.signum() < 0 && !zero ? text.insert(0, MINUS).toString() : text.toString();
    }
}
