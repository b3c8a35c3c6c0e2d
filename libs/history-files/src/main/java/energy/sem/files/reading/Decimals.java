package energy.sem.files.reading;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Decimal text to whole numbers, without a floating point number between. */
public final class Decimals {
    private static final int MOST_CHARACTERS = 40;
    private static final int FAST_DIGITS = 15;
    private static final long[] POWERS = {
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000
    };

    /** More than any meter counts, in Wh or L: beyond it something else is meant. */
    private static final long MOST = 1_000_000_000_000_000L;

    private Decimals() {}

    /**
     * A register's text times 10^{@code power}; a remaining fraction is dropped, as SEM does with the meter's own text
     * (docs/decisions/fractions-of-a-watt-hour.md).
     *
     * @param text digits with a point or a comma, perhaps a sign or an exponent
     * @param power 3 for kWh and m³, 0 for Wh and L
     * @param field its name, for the cause
     */
    public static long register(String text, int power, String field) throws RowException {
        return notNegative(scaled(text, power, RoundingMode.FLOOR, field), field);
    }

    /** The same for an amount of its own, or a register that a system kept as a floating point number: to the nearest whole. */
    public static long amount(String text, int power, String field) throws RowException {
        return notNegative(scaled(text, power, RoundingMode.HALF_UP, field), field);
    }

    /** The same for a register that a system keeps as a floating point number: to the nearest whole. */
    public static long rounded(double value, double factor, String field) throws RowException {
        double scaled = value * factor;
        if (!(Math.abs(scaled) < MOST)) {
            throw new RowException(field + " is no number that a meter counts to");
        }
        return notNegative(Math.round(scaled), field);
    }

    /** The text times 10^{@code power}, of either sign. */
    public static long scaled(String text, int power, RoundingMode rounding, String field) throws RowException {
        String stripped = text.strip();
        long fast = fast(stripped, power);
        return fast >= 0 ? fast : slow(stripped, power, rounding, field);
    }

    /** -1 where it is not simply some digits with at most {@code power} decimals. */
    private static long fast(String text, int power) {
        long value = 0;
        int decimals = -1;
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                value = value * 10 + (c - '0');
                digits++;
                decimals += decimals < 0 ? 0 : 1;
            } else if ((c == '.' || c == ',') && decimals < 0) {
                decimals = 0;
            } else {
                return -1;
            }
        }
        int missing = power - Math.max(decimals, 0);
        boolean simple = digits > 0 && digits <= FAST_DIGITS && missing >= 0 && missing < POWERS.length;
        return simple && value * POWERS[missing] / POWERS[missing] == value && value * POWERS[missing] < MOST
                ? value * POWERS[missing]
                : -1;
    }

    private static long slow(String text, int power, RoundingMode rounding, String field) throws RowException {
        if (text.isEmpty()
                || text.length() > MOST_CHARACTERS
                || !text.chars().allMatch(c -> "0123456789.,+-eE".indexOf(c) >= 0)) {
            throw new RowException(field + " is no number");
        }
        BigDecimal value;
        try {
            value = new BigDecimal(text.replace(',', '.')).scaleByPowerOfTen(power);
        } catch (NumberFormatException | ArithmeticException e) {
            throw new RowException(field + " is no number");
        }
        // Before it is written out: 1e999999999 would be a billion digits.
        if ((long) value.precision() - value.scale() > FAST_DIGITS + 1 || value.scale() > 10 * MOST_CHARACTERS) {
            throw new RowException(field + " is no number that a meter counts to");
        }
        return value.setScale(0, rounding).longValueExact();
    }

    private static long notNegative(long value, String field) throws RowException {
        if (value < 0) {
            throw new RowException(field + " is negative");
        }
        return value;
    }
}
