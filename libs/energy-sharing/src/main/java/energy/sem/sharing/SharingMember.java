package energy.sem.sharing;

import java.math.BigDecimal;

import energy.sem.sharing.NoKeyException.Part;

/**
 * Who takes part in sharing.
 *
 * @param name differs from that of all others; of two who have an equal claim to a last Wh the first by name gets it
 * @param sharePpm his share in what is injected, millionths; 0 for none, or where there are no shares
 */
public record SharingMember(String name, int sharePpm) {
    /** The whole, millionths. */
    public static final int WHOLE_PPM = 1_000_000;

    private static final int PPM_IN_PERCENT = 4;
    private static final BigDecimal WHOLE_PERCENT = percent(WHOLE_PPM);

    /** @throws IllegalArgumentException when the share is none */
    public SharingMember {
        if (sharePpm < 0 || sharePpm > WHOLE_PPM) {
            throw new IllegalArgumentException(
                    "the share of " + name + " is not from 0 to " + WHOLE_PPM + ": " + sharePpm);
        }
    }

    static SharingMember ofPercent(String name, BigDecimal percent) {
        if (percent.signum() < 0 || percent.compareTo(WHOLE_PERCENT) > 0) {
            throw new NoKeyException(Part.SHARES, name + " has less than 0 % or more than 100 %");
        }
        if (percent.stripTrailingZeros().scale() > PPM_IN_PERCENT) {
            throw new NoKeyException(Part.SHARES, "the percentage of " + name + " has more than four decimals");
        }
        return new SharingMember(name, percent.movePointRight(PPM_IN_PERCENT).intValueExact());
    }

    static BigDecimal percent(long ppm) {
        return BigDecimal.valueOf(ppm, PPM_IN_PERCENT);
    }

    /** His share in percent, with four decimals. */
    public BigDecimal sharePercent() {
        return percent(sharePpm);
    }
}
