package energy.sem.bill.sum;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.function.Function;

import energy.sem.quarter.QuarterHours;

/**
 * Spreads a fee evenly over the quarter hours of its day, month or year. What has been charged up to an edge is rounded to a
 * millionth of a euro there, as registers are floored at edges: parts of a month add up to it exactly.
 */
public final class Spread {
    private static final int DECIMALS = 6;

    private final ZoneId zone;

    /** @param zone of the months and years */
    public Spread(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * The share of a monthly fee from one edge to another.
     *
     * @param fee of each month, euro
     */
    public BigDecimal months(Function<YearMonth, BigDecimal> fee, int from, int to) {
        BigDecimal sum = BigDecimal.ZERO;
        YearMonth month = YearMonth.from(day(from));
        for (int start = start(month.atDay(1)); start < to; start = start(month.atDay(1))) {
            int end = start(month.plusMonths(1).atDay(1));
            sum = sum.add(share(fee.apply(month), start, end, Math.max(from, start), Math.min(to, end)));
            month = month.plusMonths(1);
        }
        return sum;
    }

    /** The share of a yearly fee from one edge to another. */
    public BigDecimal years(BigDecimal fee, int from, int to) {
        BigDecimal sum = BigDecimal.ZERO;
        LocalDate year = day(from).withDayOfYear(1);
        for (int start = start(year); start < to; start = start(year)) {
            int end = start(year.plusYears(1));
            sum = sum.add(share(fee, start, end, Math.max(from, start), Math.min(to, end)));
            year = year.plusYears(1);
        }
        return sum;
    }

    /** The share of a daily fee from one edge to another. */
    public BigDecimal days(BigDecimal fee, int from, int to) {
        BigDecimal sum = BigDecimal.ZERO;
        LocalDate day = day(from);
        for (int start = start(day); start < to; start = start(day)) {
            int end = start(day.plusDays(1));
            sum = sum.add(share(fee, start, end, Math.max(from, start), Math.min(to, end)));
            day = day.plusDays(1);
        }
        return sum;
    }

    private static BigDecimal share(BigDecimal fee, int start, int end, int from, int to) {
        return charged(fee, start, end, to).subtract(charged(fee, start, end, from));
    }

    private static BigDecimal charged(BigDecimal fee, int start, int end, int edge) {
        return fee.multiply(BigDecimal.valueOf(edge - (long) start))
                .divide(BigDecimal.valueOf(end - (long) start), DECIMALS, RoundingMode.HALF_UP);
    }

    private LocalDate day(int quarter) {
        return QuarterHours.start(quarter).atZone(zone).toLocalDate();
    }

    private int start(LocalDate day) {
        return QuarterHours.of(day.atStartOfDay(zone).toInstant());
    }
}
