package energy.sem.bill.sum;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntUnaryOperator;

import energy.sem.bill.tariff.Tariff;
import energy.sem.bill.tariff.Utility;
import energy.sem.quarter.QuarterHours;

/**
 * What a period will cost when it is over. What has elapsed is exact; the days to come are taken to be like those of each of the last
 * four weeks (same day of the week, usage and prices together), or of a year like those of the year before; published prices, fees
 * and dated tariffs are what they are. The peak is the one that is charged now: it can only rise. Pure.
 */
public final class Forecast {
    /** Days from a day to the same day of the week a year earlier. */
    public static final int YEAR_DAYS = 364;

    /** Weeks that the days to come may be like. */
    public static final int WEEKS = 4;

    /** Earlier months on which the method is tried. */
    public static final int PAST_MONTHS = 6;

    private static final int WEEK_DAYS = 7;
    private static final int LEAST_ERRORS = 3;
    private static final BigDecimal LOW = new BigDecimal("0.1");
    private static final BigDecimal HIGH = new BigDecimal("0.9");
    private static final int DECIMALS = 6;

    private final List<Tariff> tariffs;
    private final Usage usage;
    private final Market market;
    private final Days days;

    /**
     * Forecasts of one meter.
     *
     * @param usage of the year and a week before, for a year, or of six months and as many weeks
     * @param market of the same time
     */
    public Forecast(List<Tariff> tariffs, Usage usage, Market market, ZoneId zone) {
        this.tariffs = List.copyOf(tariffs);
        this.usage = usage;
        this.market = market;
        this.days = new Days(zone);
    }

    /** What the days to come are like. */
    public enum Like {
        /** Those of each of the last weeks. */
        LAST_WEEKS,
        /** The same ones of the year before, and of the weeks beside them. */
        LAST_YEAR
    }

    /** Where low and high come from. */
    public enum Range {
        /** The 10th and the 90th percentile of what the method was wrong by in earlier months. */
        PAST_ERRORS,
        /** The cheapest and the dearest of the weeks. */
        WEEKS
    }

    /**
     * A forecast; amounts are euro with VAT.
     *
     * @param total {@code null} where something in it is not known, and with it low and high
     * @param errors how many earlier months low and high rest on; 0 for none
     * @param missing what is not known, of the days to come too
     */
    public record Result(
            BigDecimal total,
            BigDecimal low,
            BigDecimal high,
            Like like,
            Range range,
            int errors,
            List<Missing> missing) {
        public Result {
            missing = List.copyOf(missing);
        }
    }

    /** The running month. */
    public Result month() {
        YearMonth month = days.month(usage.elapsed());
        int from = days.edge(month);
        int to = days.edge(month.plusMonths(1));
        Outcome outcome = weeks(from, usage.elapsed(), Integer.MAX_VALUE, to);
        List<BigDecimal> errors = new ArrayList<>();
        for (int back = 1; back <= PAST_MONTHS && outcome.known(); back++) {
            BigDecimal error = error(month.minusMonths(back), usage.elapsed() - from);
            if (error != null) {
                errors.add(error);
            }
        }
        return errors.size() < LEAST_ERRORS ? outcome.result(Like.LAST_WEEKS) : outcome.result(errors);
    }

    /** The running calendar year. */
    public Result year() {
        int now = usage.elapsed();
        LocalDate first = days.day(now).withDayOfYear(1);
        int from = days.edge(first);
        int to = days.edge(first.plusYears(1));
        List<IntUnaryOperator> lastYear = new ArrayList<>();
        for (int aside = -WEEK_DAYS; aside <= WEEK_DAYS; aside += WEEK_DAYS) {
            int back = YEAR_DAYS - aside;
            // The weeks beside must have been, and have been read.
            int last = earlier(to - 1, back) + 1;
            if (last <= now && isRead(earlier(now, back), last)) {
                lastYear.add(quarter -> earlier(quarter, back));
            }
        }
        return lastYear.isEmpty()
                ? weeks(from, now, Integer.MAX_VALUE, to).result(Like.LAST_WEEKS)
                : outcome(from, now, Integer.MAX_VALUE, to, lastYear).result(Like.LAST_YEAR);
    }

    /** What the method would have been wrong by in an earlier month; {@code null} where nobody knows. */
    private BigDecimal error(YearMonth month, int into) {
        int from = days.edge(month);
        int to = days.edge(month.plusMonths(1));
        int now = Math.min(from + into, to);
        if (!isRead(from, to)) {
            return null;
        }
        Bill was = new Billing(tariffs, usage, market, days.zone()).of(from, to);
        Outcome said = weeks(from, now, days.edge(days.day(now).plusDays(2)), to);
        return was.known() && said.known() ? was.paid().subtract(said.mean()) : null;
    }

    private Outcome weeks(int from, int now, int published, int to) {
        LocalDate today = days.day(now);
        List<IntUnaryOperator> weeks = new ArrayList<>();
        for (int back = 0; back < WEEKS; back++) {
            int week = back;
            int first = days.edge(today.minusDays(WEEK_DAYS * (week + 1L)));
            if (isRead(first, days.edge(today.minusDays(WEEK_DAYS * (long) week)))) {
                weeks.add(quarter -> inWeek(quarter, today, week));
            }
        }
        return outcome(from, now, published, to, weeks);
    }

    /** The quarter hour of the same day of the week and time in the week before today, or in one before that. */
    private int inWeek(int quarter, LocalDate today, int back) {
        long ahead = java.time.temporal.ChronoUnit.DAYS.between(today, days.day(quarter));
        long weeks = Math.floorDiv(ahead, WEEK_DAYS) + 1 + back;
        return earlier(quarter, Math.toIntExact(weeks * WEEK_DAYS));
    }

    private int earlier(int quarter, int daysBack) {
        LocalDateTime then = days.time(quarter).minusDays(daysBack);
        return QuarterHours.of(then.atZone(days.zone()).toInstant());
    }

    private boolean isRead(int from, int to) {
        return from >= usage.begin()
                && usage.between(Lane.IMPORT, from, to) != null
                && usage.unread(Utility.ELECTRICITY, from, to).isEmpty();
    }

    private Outcome outcome(int from, int now, int published, int to, List<IntUnaryOperator> likes) {
        List<BigDecimal> totals = new ArrayList<>();
        List<Missing> missing = List.of();
        for (IntUnaryOperator each : likes) {
            Projection ahead = new Projection(usage, market, days, now, published, to, each);
            Bill bill = new Billing(tariffs, ahead, ahead, days.zone()).of(from, to);
            missing = Line.together(missing, bill.missing());
            totals.add(bill.paid());
        }
        return new Outcome(totals, missing);
    }

    /** What each way to see the days to come makes of a period. */
    private record Outcome(List<BigDecimal> totals, List<Missing> missing) {
        boolean known() {
            return !totals.isEmpty() && missing.isEmpty();
        }

        BigDecimal mean() {
            return totals.stream()
                    .reduce(BigDecimal.ZERO, BigDecimal::add)
                    .divide(BigDecimal.valueOf(totals.size()), DECIMALS, RoundingMode.HALF_UP);
        }

        Result result(Like like) {
            return known()
                    ? new Result(
                            mean(), Collections.min(totals), Collections.max(totals), like, Range.WEEKS, 0, missing)
                    : new Result(null, null, null, like, Range.WEEKS, 0, missing);
        }

        Result result(List<BigDecimal> errors) {
            BigDecimal mean = mean();
            // The forecast itself is never beyond its own range.
            return new Result(
                    mean,
                    mean.add(percentile(errors, LOW).min(BigDecimal.ZERO)),
                    mean.add(percentile(errors, HIGH).max(BigDecimal.ZERO)),
                    Like.LAST_WEEKS,
                    Range.PAST_ERRORS,
                    errors.size(),
                    missing);
        }
    }

    /** Between two of the values in proportion, as spreadsheets do. */
    static BigDecimal percentile(List<BigDecimal> values, BigDecimal share) {
        List<BigDecimal> sorted = values.stream().sorted().toList();
        BigDecimal place = share.multiply(BigDecimal.valueOf(sorted.size() - 1L));
        int below = place.intValue();
        BigDecimal at = sorted.get(below);
        return below + 1 == sorted.size()
                ? at
                : at.add(sorted.get(below + 1).subtract(at).multiply(place.subtract(BigDecimal.valueOf(below))));
    }
}
