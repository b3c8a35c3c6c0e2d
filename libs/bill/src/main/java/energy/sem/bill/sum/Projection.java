package energy.sem.bill.sum;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

import energy.sem.bill.tariff.Utility;

/**
 * What was used up to an edge, and after it what was used at another time; prices likewise, but where they are published already. Not
 * thread-safe.
 */
final class Projection implements Usage, Market {
    /** Months whose value may stand for one that is not published. */
    private static final int MONTHS_BACK = 3;

    private final Usage usage;
    private final Market market;
    private final Days days;
    private final int now;
    private final int published;
    private final int end;
    private final IntUnaryOperator like;

    /** What flows from {@code now} up to each edge; of a lane that nothing is known of nothing. */
    private final Map<Lane, long[]> lanes = new EnumMap<>(Lane.class);

    /**
     * @param now the edge up to which it is as it was
     * @param published the edge up to which day-ahead prices are known
     * @param end how far it goes
     * @param like the earlier quarter hour that one after {@code now} is like
     */
    Projection(Usage usage, Market market, Days days, int now, int published, int end, IntUnaryOperator like) {
        this.usage = usage;
        this.market = market;
        this.days = days;
        this.now = now;
        this.published = published;
        this.end = end;
        this.like = like;
    }

    @Override
    public Long between(Lane lane, int from, int to) {
        Long before = from < Math.min(to, now) ? usage.between(lane, from, Math.min(to, now)) : null;
        if (to <= now) {
            return before;
        }
        long[] sums = lanes.computeIfAbsent(lane, this::ahead);
        return sums.length == 0
                ? before
                : Long.valueOf((before == null ? 0 : before) + sums[index(to)] - sums[index(from)]);
    }

    private int index(int edge) {
        return Math.max(now, Math.min(end, edge)) - now;
    }

    private long[] ahead(Lane lane) {
        long[] sums = new long[end - now + 1];
        boolean known = false;
        for (int quarter = now; quarter < end; quarter++) {
            int then = like.applyAsInt(quarter);
            Long flowed = usage.between(lane, then, then + 1);
            known |= flowed != null;
            sums[quarter - now + 1] = sums[quarter - now] + (flowed == null ? 0 : flowed);
        }
        return known ? sums : new long[0];
    }

    @Override
    public List<Unread> unread(Utility utility, int from, int to) {
        return from < Math.min(to, now) ? usage.unread(utility, from, Math.min(to, now)) : List.of();
    }

    @Override
    public boolean isEstimated(Lane lane, int from, int to) {
        return to <= now && usage.isEstimated(lane, from, to);
    }

    /** A peak that is not measured yet is taken to be the one that is charged now. */
    @Override
    public Integer billingPeakW(YearMonth month) {
        Integer watts = usage.billingPeakW(month);
        return watts != null || month.isBefore(days.month(now)) ? watts : usage.billingPeakW(days.month(now - 1));
    }

    @Override
    public int begin() {
        return usage.begin();
    }

    @Override
    public int elapsed() {
        return end;
    }

    @Override
    public BigDecimal spot(String area, int quarter) {
        BigDecimal price = quarter < published ? market.spot(area, quarter) : null;
        return price != null || quarter < now ? price : market.spot(area, like.applyAsInt(quarter));
    }

    @Override
    public MonthValue index(String name, YearMonth month) {
        return latest(month, each -> market.index(name, each));
    }

    @Override
    public MonthValue gasKwhM3(String name, YearMonth month) {
        return latest(month, each -> market.gasKwhM3(name, each));
    }

    @Override
    public MonthValue gasM3M3(String name, YearMonth month) {
        return latest(month, each -> market.gasM3M3(name, each));
    }

    private static MonthValue latest(YearMonth month, java.util.function.Function<YearMonth, MonthValue> of) {
        MonthValue value = of.apply(month);
        for (int back = 1; value == null && back <= MONTHS_BACK; back++) {
            value = of.apply(month.minusMonths(back));
        }
        return value;
    }
}
