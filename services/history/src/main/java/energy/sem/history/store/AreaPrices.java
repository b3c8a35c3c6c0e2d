package energy.sem.history.store;

import java.math.BigDecimal;

import energy.sem.bill.price.QuarterPrices;
import energy.sem.bill.sum.Market;

/** All known day-ahead prices of an area, a number each: a decade is 3 MB. Immutable. */
public final class AreaPrices {
    /** Decimals of EUR/MWh that the table has. */
    private static final int DECIMALS = QuarterPrices.DECIMALS;

    private static final long UNKNOWN = Market.UNKNOWN;

    /** Nothing is known. */
    static final AreaPrices NONE = new AreaPrices(0, new long[0]);

    private final int first;
    private final long[] unscaled;

    private AreaPrices(int first, long[] unscaled) {
        this.first = first;
        this.unscaled = unscaled;
    }

    /** The price of a quarter hour, EUR/MWh; {@code null} where it is not known. */
    public BigDecimal get(int quarter) {
        int index = quarter - first;
        return index < 0 || index >= unscaled.length || unscaled[index] == UNKNOWN
                ? null
                : BigDecimal.valueOf(unscaled[index], DECIMALS);
    }

    /** The same in hundred-thousandths of EUR/MWh; {@link Market#UNKNOWN} where it is not known. */
    public long getE5(int quarter) {
        int index = quarter - first;
        return index < 0 || index >= unscaled.length ? UNKNOWN : unscaled[index];
    }

    /** Gathers them in order of time. Not thread-safe. */
    static final class Builder {
        private final int first;
        private final long[] unscaled;

        /** From a quarter hour to another, both included. */
        Builder(int first, int last) {
            this.first = first;
            this.unscaled = new long[last - first + 1];
            java.util.Arrays.fill(unscaled, UNKNOWN);
        }

        void put(int quarter, BigDecimal eurMwh) {
            unscaled[quarter - first] =
                    eurMwh.setScale(DECIMALS).unscaledValue().longValueExact();
        }

        AreaPrices build() {
            return new AreaPrices(first, unscaled);
        }
    }
}
