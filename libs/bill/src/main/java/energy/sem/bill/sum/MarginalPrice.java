package energy.sem.bill.sum;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

import energy.sem.bill.tariff.Flow;
import energy.sem.bill.tariff.Tariff;
import energy.sem.bill.tariff.Utility;

/**
 * What one more kWh in a quarter hour would add to the bill: everything that depends on when it flows, with VAT. Fees, the capacity
 * and a yearly maximum do not. What belongs to a year (brackets, netting) is taken where the year stands now, from what was read of it.
 * As thread-safe as its usage and market are.
 */
public final class MarginalPrice {
    private static final long WH = 1000;

    private final List<Tariff> tariffs;
    private final Usage usage;
    private final Market market;
    private final ZoneId zone;
    private final IntFunction<Integer> tariffAt;

    /**
     * @param tariffs of the meter
     * @param usage what flowed until now
     * @param tariffAt which tariff the meter counts in a quarter hour: 1, 2, or 0 for neither; {@code null} where it is not known
     */
    public MarginalPrice(List<Tariff> tariffs, Usage usage, Market market, ZoneId zone, IntFunction<Integer> tariffAt) {
        this.tariffs = tariffs.stream()
                .filter(each -> each.contract().utility() == Utility.ELECTRICITY)
                .toList();
        this.usage = usage;
        this.market = market;
        this.zone = zone;
        this.tariffAt = tariffAt;
    }

    /**
     * A price, or why there is none.
     *
     * @param euro a kWh, with VAT; what is paid for import and, negative, what is earned by export; {@code null} where it is not known
     * @param marks what it is short of being final
     * @param missing why it is not known; empty where it is
     */
    public record Quote(BigDecimal euro, Set<Mark> marks, List<Missing> missing) {
        public Quote {
            marks = Set.copyOf(marks);
            missing = List.copyOf(missing);
        }
    }

    /** The price of a kWh that flows in one direction. */
    public Quote of(Flow flow, int quarter) {
        Integer tariff = tariffAt.apply(quarter);
        if (tariff != null) {
            return of(flow, tariff, quarter);
        }
        Quote one = of(flow, 1, quarter);
        Quote two = of(flow, 2, quarter);
        boolean same = one.euro() == null || (two.euro() != null && one.euro().compareTo(two.euro()) == 0);
        return same
                ? one
                : new Quote(
                        null,
                        one.marks(),
                        List.of(new Missing(
                                "tariff", Missing.Reason.NO_TARIFF, "", new Days(zone).of(quarter, quarter + 1))));
    }

    private Quote of(Flow flow, int tariff, int quarter) {
        Usage withIt = new OneMore(usage, EnumSet.of(Lane.of(flow), Lane.of(flow, tariff)), quarter);
        Bill bill = new Billing(tariffs, withIt, market, zone).of(quarter, quarter + 1);
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        bill.lines().forEach(each -> marks.addAll(each.marks()));
        return new Quote(bill.known() ? bill.paid() : null, marks, bill.missing());
    }

    /** What flowed before a quarter hour, and one kWh in it. */
    private record OneMore(Usage usage, Set<Lane> lanes, int quarter) implements Usage {
        @Override
        public Long between(Lane lane, int from, int to) {
            int until = Math.min(to, quarter);
            Long before = from < until ? usage.between(lane, from, until) : null;
            boolean within = from <= quarter && quarter < to;
            long more = within && lanes.contains(lane) ? WH : 0;
            return within ? Long.valueOf((before == null ? 0 : before) + more) : before;
        }

        /** Time that nobody read does not hide a price. */
        @Override
        public List<Unread> unread(Utility utility, int from, int to) {
            return List.of();
        }

        @Override
        public boolean isEstimated(Lane lane, int from, int to) {
            return false;
        }

        @Override
        public Integer billingPeakW(YearMonth month) {
            return null;
        }

        /** No fee counts. */
        @Override
        public int begin() {
            return Integer.MAX_VALUE;
        }

        @Override
        public int elapsed() {
            return quarter + 1;
        }
    }
}
