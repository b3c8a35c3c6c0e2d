package energy.sem.history.answer;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Integers to the decimals that people read; {@code null} stays {@code null}. No floating point is involved. */
public final class Decimal {

    /** Wh to kWh, W to kW, litres to m3, MJ to GJ: exact, without trailing zeros. */
    public static BigDecimal thousandths(Long value) {
        return value == null ? null : scaled(value, 3);
    }

    /** W to kW: exact, without trailing zeros. */
    public static BigDecimal thousandths(Integer value) {
        return value == null ? null : scaled(value, 3);
    }

    /** Hundredths of an ampere to A. */
    public static BigDecimal hundredths(Integer value) {
        return value == null ? null : scaled(value, 2);
    }

    /** Tenths of a volt to V. */
    public static BigDecimal tenths(Integer value) {
        return value == null ? null : scaled(value, 1);
    }

    /**
     * A share with three decimals, rounded down: 1 is said only of the whole.
     *
     * @param part from 0 to {@code whole}
     * @param whole more than 0
     */
    public static BigDecimal share(long part, long whole) {
        return plain(BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 3, RoundingMode.DOWN));
    }

    /** The same of a part that may be a little too much; {@code null} where the whole is nothing. */
    public static BigDecimal shareOrNull(long part, long whole) {
        return whole <= 0 ? null : share(Math.min(part, whole), whole);
    }

    private static BigDecimal scaled(long unscaled, int scale) {
        return plain(BigDecimal.valueOf(unscaled, scale));
    }

    /** Without trailing zeros and never with an exponent. */
    public static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private Decimal() {}
}
