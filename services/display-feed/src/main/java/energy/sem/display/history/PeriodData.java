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

import energy.sem.display.history.api.AmountsJson;
import energy.sem.display.history.api.PeaksAnswerJson;
import energy.sem.display.history.api.PeriodAnswerJson;
import energy.sem.display.history.api.PreviousJson;
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

import static java.lang.Boolean.TRUE;

/**
 * What history answered of one period of one meter. Makes the views of it; the same answers make equal views. Immutable.
 */
public final class PeriodData {
    private static final int BILLED_MONTHS = 12;
    private static final long LEAST_BILLED_W = 2500;

    private final Meter meter;
    private final Period period;
    private final int offset;
    private final PeriodAnswerJson answer;
    private final Optional<PeriodAnswerJson> before;
    private final PeaksAnswerJson peaks;
    private final PricedData priced;

    /**
     * @param answer the period, up to the last full quarter hour
     * @param before the period before, for its bars
     */
    PeriodData(
            Meter meter,
            Period period,
            int offset,
            PeriodAnswerJson answer,
            Optional<PeriodAnswerJson> before,
            PeaksAnswerJson peaks,
            PricedData priced) {
        this.meter = meter;
        this.period = period;
        this.offset = offset;
        this.answer = answer;
        this.before = before;
        this.peaks = peaks;
        this.priced = priced;
    }

    /** The period's first day, as history says it. */
    public LocalDate firstDay() {
        return answer.getFrom().toLocalDate();
    }

    /** Whether the answers are of one day: the period before ends where this one begins. */
    boolean ofOneDay() {
        return before.map(PeriodAnswerJson::getTo)
                .map(end -> end.isEqual(answer.getFrom()))
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
            boolean silent = TRUE.equals(answer.getStale())
                    && !TRUE.equals(answer.getComplete())
                    && answer.getLastReadingAt() != null;
            return silent ? view.staleSince(minute(answer.getLastReadingAt(), zone)) : view;
        } catch (DateTimeException | ArithmeticException | IllegalArgumentException | NullPointerException e) {
            throw new HistoryFailure(
                    Fault.HISTORY_UNREACHABLE,
                    "history's answer for " + meter.name() + " " + period.code() + "," + offset
                            + " lacks what its contract promises: " + e,
                    e);
        }
    }

    private View data(Utility utility, Language language, ZoneId zone) {
        LocalDate firstDay = answer.getFrom().atZoneSameInstant(zone).toLocalDate();
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
        return offset == 0 && answer.getDataUntil() == null && !TRUE.equals(answer.getStale());
    }

    /** Where the data end; null when there are none. */
    private OffsetDateTime dataUntil() {
        return justBegun() ? answer.getFrom() : answer.getDataUntil();
    }

    /** The first reading ever, where it came after the period's first quarter hour. */
    private LocalDateTime measuredFrom(ZoneId zone) {
        Instant first = meter.firstReadingAt();
        boolean later =
                first != null && first.isAfter(answer.getFrom().plusMinutes(15).toInstant());
        return later ? minute(first.atZone(zone).toOffsetDateTime(), zone) : null;
    }

    private AmountsJson total() {
        if (justBegun()) {
            return Counted.nothingYet(meter);
        }
        boolean nothing = answer.getDataUntil() == null || answer.getTotal() == null;
        return nothing ? new AmountsJson() : answer.getTotal();
    }

    private Previous previous(Utility utility, ZoneId zone) {
        PreviousJson given = answer.getPrevious();
        if (given == null || given.getFrom() == null || given.getTo() == null) {
            return null;
        }
        OffsetDateTime point = given.getPoint();
        boolean cut = point != null && point.isBefore(given.getTo());
        return new Previous(
                given.getFrom().atZoneSameInstant(zone).toLocalDate(),
                given.getTo().atZoneSameInstant(zone).toLocalDate().minusDays(1),
                cut ? point.atZoneSameInstant(zone).toLocalDateTime() : null,
                Counted.of(given.getUntilSamePoint(), utility).amount(),
                Counted.of(given.getTotal(), utility).amount(),
                changePercent(utility),
                given.getCoverage() == null ? 0 : given.getCoverage().doubleValue());
    }

    private Long changePercent(Utility utility) {
        return answer.getComparison() == null || answer.getComparison().getChangePercent() == null
                ? null
                : Counted.changePercent(answer.getComparison().getChangePercent(), utility);
    }

    private Facts facts(ZoneId zone) {
        AmountsJson total = total();
        YearMonth month = YearMonth.from(
                dataUntil().atZoneSameInstant(zone).toLocalDateTime().minusNanos(1));
        Peak periodPeak = peak(total.getPeakKw(), total.getPeakFrom(), total.getPeakTo(), zone);
        GridEnergy grid = new GridEnergy(
                Counted.thousandths(total.getImportKwh()),
                meter.everExported() ? Counted.thousandths(total.getExportKwh()) : null,
                Counted.thousandths(total.getImportT1Kwh()),
                Counted.thousandths(total.getImportT2Kwh()));
        Peak monthPeak = monthPeak(month, zone);
        Long costCent = Counted.cents(total.getCosts());
        return new Facts(
                grid,
                new Peaks(periodPeak, monthPeak, billingPeakW(month)),
                Counted.thousandths(total.getGasM3()),
                Counted.thousandths(total.getWaterM3()),
                costCent == null ? priced.billCent() : costCent,
                priced.prices(dataUntil(), zone),
                freeW(monthPeak));
    }

    /** A month costs 2.5 kW at least: below that nothing is a new peak. */
    private Long freeW(Peak monthPeak) {
        Long last = priced.lastQuarterW();
        return last == null || monthPeak == null ? null : (Long) (Math.max(LEAST_BILLED_W, monthPeak.watt()) - last);
    }

    private Peak monthPeak(YearMonth month, ZoneId zone) {
        return peaks.getMonths().stream()
                .filter(m -> month.toString().equals(m.getMonth()) && m.getPeakKw() != null)
                .findFirst()
                .map(m -> peak(m.getPeakKw(), m.getPeakFrom(), m.getPeakTo(), zone))
                .orElse(null);
    }

    private static Peak peak(BigDecimal kw, OffsetDateTime from, OffsetDateTime to, ZoneId zone) {
        return kw == null
                ? null
                : new Peak(
                        Counted.thousandths(kw),
                        from == null ? null : minute(from, zone),
                        to == null ? null : minute(to, zone));
    }

    /** History's own for a running period; for an earlier one the same rule, at its end, where all twelve months are known. */
    private Long billingPeakW(YearMonth last) {
        if (offset == 0) {
            return peaks.getBillingPeak() == null
                    ? null
                    : Counted.thousandths(peaks.getBillingPeak().getKw());
        }
        List<Long> billed = peaks.getMonths().stream()
                .filter(m -> m.getMonth() != null && m.getPeakKw() != null)
                .filter(m -> billed(YearMonth.parse(m.getMonth()), last))
                .map(m -> Math.max(LEAST_BILLED_W, Counted.thousandths(m.getPeakKw())))
                .toList();
        long sum = billed.stream().mapToLong(Long::longValue).sum();
        return billed.size() < BILLED_MONTHS ? null : (Long) Math.round((double) sum / BILLED_MONTHS);
    }

    private static boolean billed(YearMonth month, YearMonth last) {
        return !month.isAfter(last) && month.isAfter(last.minusMonths(BILLED_MONTHS));
    }

    private static LocalDateTime minute(OffsetDateTime time, ZoneId zone) {
        return time.atZoneSameInstant(zone).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES);
    }
}
