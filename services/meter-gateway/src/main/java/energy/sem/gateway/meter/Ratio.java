package energy.sem.gateway.meter;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ratio of a transformer, exact: {@code 40}, {@code 1.5} or as on its plate, {@code 200/5}.
 *
 * @param primary of the connection
 * @param secondary of the meter
 */
public record Ratio(BigDecimal primary, BigDecimal secondary) {

    /** No transformer. */
    public static final Ratio ONE = new Ratio(BigDecimal.ONE, BigDecimal.ONE);

    private static final String NUMBER = "([0-9]{1,6}(?:\\.[0-9]{1,4})?)";
    private static final Pattern FORM = Pattern.compile(NUMBER + "(?:/" + NUMBER + ")?");
    private static final BigDecimal MOST = BigDecimal.valueOf(10_000);

    /** The ratio that a person wrote; empty when it is none, or below 1 or above 10,000. */
    public static Optional<Ratio> parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        BigDecimal primary = new BigDecimal(parts.group(1));
        BigDecimal secondary = parts.group(2) == null ? BigDecimal.ONE : new BigDecimal(parts.group(2));
        boolean within = secondary.signum() > 0
                && primary.compareTo(secondary) >= 0
                && primary.compareTo(secondary.multiply(MOST)) <= 0;
        return within ? Optional.of(new Ratio(primary, secondary)) : Optional.empty();
    }

    /** Whether it changes nothing. */
    public boolean isOne() {
        return primary.compareTo(secondary) == 0;
    }

    /** Both, one after the other. */
    public Ratio times(Ratio other) {
        return new Ratio(primary.multiply(other.primary), secondary.multiply(other.secondary));
    }

    /** A value of the meter as one of the connection, in whole units, rounded down; at most {@code most} either way. */
    long times(long value, long most) {
        BigDecimal product = BigDecimal.valueOf(value).multiply(primary).divide(secondary, 0, RoundingMode.FLOOR);
        return product.min(BigDecimal.valueOf(most))
                .max(BigDecimal.valueOf(-most))
                .longValueExact();
    }
}
