package energy.sem.history.peak;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * The peak that a Flemish grid bill counts: the mean over the last 12 months of the month peak, each at least 2.5 kW.
 * Fewer than 12 months: the mean of those there are.
 */
public final class BillingPeak {
    /** What a month counts at least, W. */
    public static final int MINIMUM_W = 2500;

    /** Months that count. */
    public static final int MONTHS = 12;

    /**
     * The billing peak in W, rounded half up.
     *
     * @param peaksW the month peaks in W, oldest first; only the last 12 count; at least one
     * @throws IllegalArgumentException without any
     */
    public static int watts(List<Integer> peaksW) {
        if (peaksW.isEmpty()) {
            throw new IllegalArgumentException("a billing peak needs a month");
        }
        List<Integer> counted = peaksW.subList(Math.max(0, peaksW.size() - MONTHS), peaksW.size());
        long sum = counted.stream().mapToLong(each -> Math.max(each, MINIMUM_W)).sum();
        return BigDecimal.valueOf(sum)
                .divide(BigDecimal.valueOf(counted.size()), 0, RoundingMode.HALF_UP)
                .intValueExact();
    }

    private BillingPeak() {}
}
