package energy.sem.bill.sum;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;

import energy.sem.bill.price.QuarterPrices;
import energy.sem.bill.tariff.Step;

/** The day-ahead price by the step that a contract bills in. Remembers means; not thread-safe. */
final class Spot {
    private static final int QUARTERS_AN_HOUR = 4;
    private static final BigDecimal FOUR = BigDecimal.valueOf(QUARTERS_AN_HOUR);

    private final Market market;
    private final String area;
    private final Step step;
    private final Days days;
    private final int elapsed;
    private final Map<Integer, BigDecimal> hours = new HashMap<>();
    private final Map<YearMonth, BigDecimal> months = new HashMap<>();

    /** @param elapsed the edge up to which a month's mean is made */
    Spot(Market market, String area, Step step, Days days, int elapsed) {
        this.market = market;
        this.area = area;
        this.step = step;
        this.days = days;
        this.elapsed = elapsed;
    }

    /** What a quarter hour is billed by, EUR/MWh; {@code null} where it is not known. */
    BigDecimal at(int quarter) {
        return switch (step) {
            case QUARTER -> market.spot(area, quarter);
            case HOUR -> {
                int hour = Math.floorDiv(quarter, QUARTERS_AN_HOUR) * QUARTERS_AN_HOUR;
                if (!hours.containsKey(hour)) {
                    BigDecimal sum = sum(hour, hour + QUARTERS_AN_HOUR);
                    // A fourth of a decimal number has two decimals more.
                    hours.put(hour, sum == null ? null : sum.divide(FOUR));
                }
                yield hours.get(hour);
            }
            case MONTH -> {
                YearMonth month = days.month(quarter);
                if (!months.containsKey(month)) {
                    months.put(month, mean(month));
                }
                yield months.get(month);
            }
        };
    }

    /** Adds what flowed in a quarter hour times its price, EUR/MWh times Wh; false where the price is not known. */
    boolean addTo(WeightedSum sum, int quarter, long wh) {
        if (step == Step.QUARTER) {
            long eurMwhE5 = market.spotE5(area, quarter);
            if (eurMwhE5 == Market.UNKNOWN) {
                return false;
            }
            sum.add(wh, eurMwhE5);
            return true;
        }
        BigDecimal eurMwh = at(quarter);
        if (eurMwh == null) {
            return false;
        }
        sum.add(wh, eurMwh);
        return true;
    }

    /** Whether the price of a quarter hour may still change with time. */
    boolean isProvisional(int quarter) {
        return step == Step.MONTH && days.edge(days.month(quarter).plusMonths(1)) > elapsed;
    }

    private BigDecimal mean(YearMonth month) {
        int from = days.edge(month);
        int to = Math.min(days.edge(month.plusMonths(1)), elapsed);
        BigDecimal sum = from < to ? sum(from, to) : null;
        return sum == null
                ? null
                : sum.divide(BigDecimal.valueOf(to - (long) from), QuarterPrices.DECIMALS, RoundingMode.HALF_UP);
    }

    private BigDecimal sum(int from, int to) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int quarter = from; quarter < to; quarter++) {
            BigDecimal price = market.spot(area, quarter);
            if (price == null) {
                return null;
            }
            sum = sum.add(price);
        }
        return sum;
    }
}
