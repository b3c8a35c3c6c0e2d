package energy.sem.bill.sum;

import java.math.BigDecimal;
import java.time.YearMonth;

import energy.sem.bill.price.QuarterPrices;

/** Prices that somebody publishes, as far as they are known. Answers the same to the same question while a bill is made. */
public interface Market {
    /** What {@link #spotE5} says of a price that is not known. */
    long UNKNOWN = Long.MIN_VALUE;

    /** Nothing is known. */
    Market NONE = new Market() {
        @Override
        public BigDecimal spot(String area, int quarter) {
            return null;
        }

        @Override
        public MonthValue index(String name, YearMonth month) {
            return null;
        }

        @Override
        public MonthValue gasKwhM3(String name, YearMonth month) {
            return null;
        }

        @Override
        public MonthValue gasM3M3(String name, YearMonth month) {
            return null;
        }
    };

    /** The day-ahead price of a quarter hour, EUR/MWh; {@code null} where it is not known. */
    BigDecimal spot(String area, int quarter);

    /**
     * The same as a whole number, in hundred-thousandths of EUR/MWh, which is how prices are kept; {@link #UNKNOWN} where it is not
     * known. Ten years are 350,000 of them.
     */
    default long spotE5(String area, int quarter) {
        BigDecimal eurMwh = spot(area, quarter);
        return eurMwh == null
                ? UNKNOWN
                : eurMwh.movePointRight(QuarterPrices.DECIMALS).longValueExact();
    }

    /** The value of an index in a month, EUR/MWh; {@code null} where it is not known. */
    MonthValue index(String name, YearMonth month);

    /**
     * What a m3 of gas was worth in a month, kWh; {@code null} where it is not known.
     *
     * @param name of the values; {@code null} where the contract names none
     */
    MonthValue gasKwhM3(String name, YearMonth month);

    /** How many m3 of gas are billed for one that the meter counted in a month; {@code null} where it is not known. */
    MonthValue gasM3M3(String name, YearMonth month);

    /**
     * A value of a month.
     *
     * @param provisional whether it may still change: an index before its month is over, a coefficient that is assumed
     */
    record MonthValue(BigDecimal value, boolean provisional) {}
}
