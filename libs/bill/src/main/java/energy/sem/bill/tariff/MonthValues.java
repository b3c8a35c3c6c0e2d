package energy.sem.bill.tariff;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Values that somebody publishes for each month and somebody entered: an index of a supplier, what a m3 of gas was worth.
 *
 * @param name by which formulas and contracts name them
 * @param unit what they are
 * @param source where they stand
 * @param months the known ones
 */
public record MonthValues(String name, Unit unit, String source, NavigableMap<YearMonth, Value> months) {
    public MonthValues {
        months = Collections.unmodifiableNavigableMap(new TreeMap<>(months));
    }

    /** What values of months are. */
    public enum Unit {
        /** An index, EUR/MWh. */
        EUR_MWH("EUR/MWh", "-1000", "3000"),
        /** The kWh in a m3 of gas as the meter counts it. */
        KWH_M3("kWh/m3", "5", "15"),
        /** The m3 of gas that are billed for a m3 as the meter counts it. */
        M3_M3("m3/m3", "0.8", "1.2");

        private final String written;
        private final BigDecimal least;
        private final BigDecimal most;

        Unit(String written, String least, String most) {
            this.written = written;
            this.least = new BigDecimal(least);
            this.most = new BigDecimal(most);
        }

        /** As in a file. */
        public String written() {
            return written;
        }

        /** Whether a number can be one. */
        boolean plausible(BigDecimal number) {
            return number.compareTo(least) >= 0 && number.compareTo(most) <= 0;
        }

        /** What is plausible, for a message. */
        String range() {
            return "not between " + least.toPlainString() + " and " + most.toPlainString();
        }
    }

    /**
     * One of them.
     *
     * @param provisional whether it may still change
     */
    public record Value(BigDecimal number, boolean provisional) {}
}
