package energy.sem.bill.price;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

import energy.sem.bill.document.Node;
import energy.sem.quarter.QuarterHours;

/**
 * One period of a publication document.
 *
 * @param from its first quarter hour
 * @param to the one after its last
 * @param step of its positions
 * @param auction 1 for the first of the day
 * @param points prices by position from 1, as many as were written
 * @param filled whether a position that is left out has the price of the one before
 */
record PricePeriod(int from, int to, Duration step, int auction, TreeMap<Integer, BigDecimal> points, boolean filled) {

    /** @throws PriceFault when a position lies beyond its end, or a price is none */
    static PricePeriod of(
            Instant start, Instant end, Duration step, String auction, Map<Integer, String> points, boolean filled)
            throws PriceFault {
        if (!auction.matches("\\d{1,3}")) {
            throw PriceFault.wrong("the sequence \"" + Node.quoted(auction) + "\" is none");
        }
        int length = (int) (Duration.between(start, end).toSeconds() / step.toSeconds());
        TreeMap<Integer, BigDecimal> prices = new TreeMap<>();
        for (Map.Entry<Integer, String> each : points.entrySet()) {
            if (each.getKey() > length) {
                throw PriceFault.wrong("position " + each.getKey() + " lies beyond its period of " + length);
            }
            prices.put(each.getKey(), QuarterPrices.number(each.getValue()));
        }
        return new PricePeriod(
                QuarterHours.of(start), QuarterHours.of(end), step, Integer.parseInt(auction), prices, filled);
    }

    boolean touches(DeliveryDay day) {
        return from < day.to() && to > day.from();
    }

    boolean hasPrices() {
        return !points.isEmpty();
    }

    void addTo(QuarterPrices.Builder prices) throws PriceFault {
        int quarters = (int) (step.toSeconds() / QuarterHours.SECONDS);
        for (Map.Entry<Integer, BigDecimal> each : points.entrySet()) {
            int start = from + (each.getKey() - 1) * quarters;
            Integer next = points.higherKey(each.getKey());
            int end = !filled ? start + quarters : next == null ? to : from + (next - 1) * quarters;
            prices.put(start, end, each.getValue());
        }
    }
}
