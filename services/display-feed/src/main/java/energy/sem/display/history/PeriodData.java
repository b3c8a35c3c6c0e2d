package energy.sem.display.history;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import energy.sem.display.view.Bucket;
import energy.sem.display.view.DataState;
import energy.sem.display.view.Facts;
import energy.sem.display.view.Fault;
import energy.sem.display.view.GridEnergy;
import energy.sem.display.view.Language;
import energy.sem.display.view.Peak;
import energy.sem.display.view.Peaks;
import energy.sem.display.view.Period;
import energy.sem.display.view.Previous;
import energy.sem.display.view.Status;
import energy.sem.display.view.Subject;
import energy.sem.display.view.Usage;
import energy.sem.display.view.Utility;
import energy.sem.display.view.View;

/**
 * What history answered of one period of one meter. Makes the views of it; the same answers make equal views. Immutable.
 */
public final class PeriodData {
    private static final int BILLED_MONTHS = 12;
    private static final long LEAST_BILLED_W = 2500;

    private final Meter meter;
    private final Period period;
    private final int offset;
    private final Answers.PeriodAnswer answer;
    private final Optional<Answers.PeriodAnswer> before;
    private final Answers.MonthPeaks peaks;

    /**
     * @param answer the period, up to the last full quarter hour
     * @param before the period before, for its bars
     */
    PeriodData(
            Meter meter,
            Period period,
            int offset,
            Answers.PeriodAnswer answer,
            Optional<Answers.PeriodAnswer> before,
            Answers.MonthPeaks peaks) {
        this.meter = meter;
        this.period = period;
        this.offset = offset;
        this.answer = answer;
        this.before = before;
        this.peaks = peaks;
    }

    /** The period's first day, as history says it. */
    public LocalDate firstDay() {
        return answer.from().toLocalDate();
    }

    /** Whether the answers are of one day: the period before ends where this one begins. */
    boolean ofOneDay() {
        return before.map(Answers.PeriodAnswer::to)
                .map(end -> end.isEqual(answer.from()))
                .orElse(true);
    }

    /**
     * The view of a utility.
     *
     * @param zone the household's
     * @throws HistoryFailure when the answers lack what their contract promises
     */
    public View view(Utility utility, Language language, ZoneId zone) throws HistoryFailure {
        try {
            View view = data(utility, language, zone);
            boolean silent = answer.stale() && !answer.complete() && answer.lastReadingAt() != null;
            return silent ? view.staleSince(minute(answer.lastReadingAt(), zone)) : view;
        } catch (DateTimeException | ArithmeticException | IllegalArgumentException | NullPointerException e) {
            throw new HistoryFailure(
                    Fault.HISTORY_UNREACHABLE,
                    "history's answer for " + meter.name() + " " + period.code() + "," + offset
                            + " lacks what its contract promises: " + e,
                    e);
        }
    }

    private View data(Utility utility, Language language, ZoneId zone) {
        LocalDate firstDay = answer.from().atZoneSameInstant(zone).toLocalDate();
        Subject subject = new Subject(meter.name(), period, offset, utility, zone, firstDay);
        Counted total = Counted.of(total(), utility);
        if (total.amount() == null) {
            return View.without(subject, language, DataState.without(Status.NO_DATA, meter.simulated()));
        }
        LocalDateTime asOf = dataUntil().atZoneSameInstant(zone).toLocalDateTime();
        List<Bucket> bars = Bars.of(answer, dataUntil(), meter.firstReadingAt(), before, utility);
        return new View(
                subject,
                language,
                DataState.ok(asOf, meter.simulated()).with(offset == 0 ? meter.wrongClock() : null),
                new Usage(total.amount(), total.exportWh(), measuredFrom(zone), meter.everExported(), bars),
                previous(utility, zone),
                facts(zone));
    }

    /** In the first quarter hour of a period there are no data yet, but nothing is missing. */
    private boolean justBegun() {
        return offset == 0 && answer.dataUntil() == null && !answer.stale();
    }

    /** Where the data end; null when there are none. */
    private OffsetDateTime dataUntil() {
        return justBegun() ? answer.from() : answer.dataUntil();
    }

    /** The first reading ever, where it came after the period's first quarter hour. */
    private LocalDateTime measuredFrom(ZoneId zone) {
        Instant first = meter.firstReadingAt();
        boolean later =
                first != null && first.isAfter(answer.from().plusMinutes(15).toInstant());
        return later ? minute(first.atZone(zone).toOffsetDateTime(), zone) : null;
    }

    private Answers.Totals total() {
        if (justBegun()) {
            return Counted.nothingYet(meter);
        }
        boolean nothing = answer.dataUntil() == null || answer.total() == null;
        return nothing ? Answers.Totals.NONE : answer.total();
    }

    private Previous previous(Utility utility, ZoneId zone) {
        Answers.PeriodBefore given = answer.previous();
        if (given == null || given.from() == null || given.to() == null) {
            return null;
        }
        OffsetDateTime point = given.point();
        boolean cut = point != null && point.isBefore(given.to());
        return new Previous(
                given.from().atZoneSameInstant(zone).toLocalDate(),
                given.to().atZoneSameInstant(zone).toLocalDate().minusDays(1),
                cut ? point.atZoneSameInstant(zone).toLocalDateTime() : null,
                Counted.of(given.untilSamePoint(), utility).amount(),
                Counted.of(given.total(), utility).amount(),
                changePercent(utility),
                given.coverage() == null ? 0 : given.coverage().doubleValue());
    }

    private Long changePercent(Utility utility) {
        return answer.comparison() == null || answer.comparison().changePercent() == null
                ? null
                : answer.comparison().changePercent().of(utility);
    }

    private Facts facts(ZoneId zone) {
        Answers.Totals total = total();
        YearMonth month = YearMonth.from(
                dataUntil().atZoneSameInstant(zone).toLocalDateTime().minusNanos(1));
        Peak periodPeak = peak(total.peakKw(), total.peakFrom(), total.peakTo(), zone);
        GridEnergy grid = new GridEnergy(
                Answers.thousandths(total.importKwh()),
                meter.everExported() ? Answers.thousandths(total.exportKwh()) : null,
                Answers.thousandths(total.importT1Kwh()),
                Answers.thousandths(total.importT2Kwh()));
        return new Facts(
                grid,
                new Peaks(periodPeak, monthPeak(month, zone), billingPeakW(month)),
                Answers.thousandths(total.gasM3()),
                Answers.thousandths(total.waterM3()),
                Answers.Bill.cents(total.costs()));
    }

    private Peak monthPeak(YearMonth month, ZoneId zone) {
        return peaks.months().stream()
                .filter(m -> month.equals(m.month()) && m.peakKw() != null)
                .findFirst()
                .map(m -> peak(m.peakKw(), m.peakFrom(), m.peakTo(), zone))
                .orElse(null);
    }

    private static Peak peak(BigDecimal kw, OffsetDateTime from, OffsetDateTime to, ZoneId zone) {
        return kw == null
                ? null
                : new Peak(
                        Answers.thousandths(kw),
                        from == null ? null : minute(from, zone),
                        to == null ? null : minute(to, zone));
    }

    /** History's own for a running period; for an earlier one the same rule, at its end, where all twelve months are known. */
    private Long billingPeakW(YearMonth last) {
        if (offset == 0) {
            return peaks.billingPeak() == null
                    ? null
                    : Answers.thousandths(peaks.billingPeak().kw());
        }
        List<Long> billed = peaks.months().stream()
                .filter(m -> m.month() != null && m.peakKw() != null)
                .filter(m -> !m.month().isAfter(last) && m.month().isAfter(last.minusMonths(BILLED_MONTHS)))
                .map(m -> Math.max(LEAST_BILLED_W, Answers.thousandths(m.peakKw())))
                .toList();
        long sum = billed.stream().mapToLong(Long::longValue).sum();
        return billed.size() < BILLED_MONTHS ? null : (Long) Math.round((double) sum / BILLED_MONTHS);
    }

    private static LocalDateTime minute(OffsetDateTime time, ZoneId zone) {
        return time.atZoneSameInstant(zone).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES);
    }
}
