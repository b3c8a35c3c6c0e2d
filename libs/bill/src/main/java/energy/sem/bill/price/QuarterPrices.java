package energy.sem.bill.price;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

import energy.sem.bill.document.Node;

/** Known prices by quarter hour, EUR/MWh with at most five decimals. Immutable. */
public final class QuarterPrices {
    /** Decimals that are kept: more than any auction has. */
    public static final int DECIMALS = 5;

    /** Nothing is known. */
    public static final QuarterPrices NONE = new QuarterPrices(new TreeMap<>());

    /** Auctions are bounded far below. */
    private static final BigDecimal MOST_EUR_MWH = BigDecimal.valueOf(99_999);

    private final NavigableMap<Integer, BigDecimal> eurMwh;

    private QuarterPrices(NavigableMap<Integer, BigDecimal> eurMwh) {
        this.eurMwh = Collections.unmodifiableNavigableMap(eurMwh);
    }

    /** The price of a quarter hour; {@code null} where it is not known. */
    public BigDecimal get(int quarter) {
        return eurMwh.get(quarter);
    }

    /** How many are known. */
    public int count() {
        return eurMwh.size();
    }

    public boolean isEmpty() {
        return eurMwh.isEmpty();
    }

    /** Whether every quarter hour of the day is known. */
    public boolean isComplete(DeliveryDay day) {
        return of(day).count() == day.quarters();
    }

    /** Those of a day. */
    public QuarterPrices of(DeliveryDay day) {
        return new QuarterPrices(new TreeMap<>(eurMwh.subMap(day.from(), day.to())));
    }

    /** These, and where they are not known the others. */
    public QuarterPrices or(QuarterPrices others) {
        TreeMap<Integer, BigDecimal> both = new TreeMap<>(others.eurMwh);
        both.putAll(eurMwh);
        return new QuarterPrices(both);
    }

    /** Those that the others do not know. */
    public QuarterPrices without(QuarterPrices others) {
        TreeMap<Integer, BigDecimal> left = new TreeMap<>(eurMwh);
        left.keySet().removeAll(others.eurMwh.keySet());
        return new QuarterPrices(left);
    }

    /** Those quarter hours of which two sources say the same. */
    public QuarterPrices agreedWith(QuarterPrices others) {
        TreeMap<Integer, BigDecimal> agreed = new TreeMap<>(eurMwh);
        agreed.entrySet()
                .removeIf(each -> others.get(each.getKey()) == null
                        || others.get(each.getKey()).compareTo(each.getValue()) != 0);
        return new QuarterPrices(agreed);
    }

    /** Each known quarter hour with its price, in order of time. */
    public void forEach(BiConsumer<Integer, BigDecimal> each) {
        eurMwh.forEach(each);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof QuarterPrices prices && prices.eurMwh.equals(eurMwh);
    }

    @Override
    public int hashCode() {
        return eurMwh.hashCode();
    }

    @Override
    public String toString() {
        return eurMwh.toString();
    }

    /** Gathers what a source says. Not thread-safe. */
    public static final class Builder {
        private final TreeMap<Integer, BigDecimal> eurMwh = new TreeMap<>();

        /**
         * Adds the price of some quarter hours.
         *
         * @throws PriceFault when one of them has another price already, or the price is beyond any auction's
         */
        public void put(int from, int to, BigDecimal price) throws PriceFault {
            if (price.abs().compareTo(MOST_EUR_MWH) > 0) {
                throw PriceFault.wrong("a price of " + price.toPlainString() + " EUR/MWh is none");
            }
            BigDecimal kept = price.setScale(DECIMALS, RoundingMode.HALF_UP);
            for (int quarter = from; quarter < to; quarter++) {
                BigDecimal before = eurMwh.put(quarter, kept);
                if (before != null && before.compareTo(kept) != 0) {
                    throw PriceFault.wrong("it gives two prices for "
                            + energy.sem.quarter.QuarterHours.start(quarter) + ": " + before.toPlainString() + " and "
                            + kept.toPlainString());
                }
            }
        }

        public QuarterPrices build() {
            return new QuarterPrices(new TreeMap<>(eurMwh));
        }
    }

    /** The number that a text of a source is, of at most 9 digits and 12 decimals. */
    static BigDecimal number(String text) throws PriceFault {
        try {
            return Node.bounded(text.strip());
        } catch (NumberFormatException e) {
            throw PriceFault.wrong("\"" + Node.quoted(text) + "\" is no price");
        }
    }
}
