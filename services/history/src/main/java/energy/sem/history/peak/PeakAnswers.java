package energy.sem.history.peak;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import energy.sem.history.answer.Bill;
import energy.sem.history.answer.Decimal;
import energy.sem.history.answer.PeaksAnswer;
import energy.sem.history.calendar.Household;
import energy.sem.history.cost.Costs;
import energy.sem.history.flow.Counter;
import energy.sem.history.period.PeriodAnswers;
import energy.sem.history.store.Meter;
import energy.sem.history.store.Meters;
import energy.sem.quarter.QuarterHours;

import static energy.sem.history.answer.Decimal.thousandths;

/** The month peaks of a meter and its billing peak. To be called within a transaction. */
@ApplicationScoped
public class PeakAnswers {
    private final Meters meters;
    private final PeriodAnswers periods;
    private final MonthPeaks peaks;
    private final Costs costs;
    private final Household household;

    PeakAnswers(Meters meters, PeriodAnswers periods, MonthPeaks peaks, Costs costs, Household household) {
        this.meters = meters;
        this.periods = periods;
        this.peaks = peaks;
        this.costs = costs;
        this.household = household;
    }

    /**
     * The last months, the running one included.
     *
     * @param months how many, at least 1
     */
    public PeaksAnswer of(Meter meter, int months) {
        YearMonth running = YearMonth.from(household.now().atZone(household.zone()));
        YearMonth firstBilled = running.minusMonths(BillingPeak.MONTHS - 1);
        YearMonth firstAsked = running.minusMonths(months - 1L);
        YearMonth from = firstAsked.isBefore(firstBilled) ? firstAsked : firstBilled;
        List<MonthPeak> all = between(meter, from, running);
        List<MonthPeak> billed =
                all.stream().filter(each -> !each.month().isBefore(firstBilled)).toList();
        return new PeaksAnswer(
                meter.name(),
                meter.simulated() ? true : null,
                household.zone().getId(),
                all.stream()
                        .filter(each -> !each.month().isBefore(firstAsked))
                        .map(each -> written(each, running))
                        .toList(),
                billed.isEmpty() ? null : billing(meter, billed));
    }

    /** The peak of the running month so far, or {@code null}. */
    public MonthPeak running(Meter meter) {
        YearMonth running = YearMonth.from(household.now().atZone(household.zone()));
        List<MonthPeak> one = between(meter, running, running);
        return one.isEmpty() ? null : one.get(0);
    }

    /** The edge of a peak's quarter hour in the answer's form, {@code null} when a meter does not say when it was. */
    private OffsetDateTime edge(MonthPeak peak, int after) {
        return peak.quarter().isEmpty()
                ? null
                : time(QuarterHours.startMilli(peak.quarter().getAsInt() + after));
    }

    private List<MonthPeak> between(Meter meter, YearMonth from, YearMonth to) {
        List<Counter> counters = periods.counters(meter);
        List<Integer> ids = meter.devices().stream().map(each -> each.id()).toList();
        return peaks.of(
                counters,
                meters.statedPeaks(ids, from.atDay(1), to.plusMonths(1).atDay(1)),
                from,
                to);
    }

    private PeaksAnswer.Month written(MonthPeak peak, YearMonth running) {
        Integer computedW = peak.computed() == null ? null : peak.computed().watts();
        BigDecimal difference =
                computedW == null || peak.statedW() == null ? null : thousandths(peak.statedW() - computedW);
        return new PeaksAnswer.Month(
                peak.month().toString(),
                peak.month().equals(running),
                thousandths(peak.watts()),
                peak.atMilli() == null ? null : time(peak.atMilli()),
                edge(peak, 0),
                edge(peak, 1),
                peak.source(),
                thousandths(peak.statedW()),
                thousandths(computedW),
                computedAt(peak, 0),
                computedAt(peak, 0),
                computedAt(peak, 1),
                difference);
    }

    private OffsetDateTime computedAt(MonthPeak peak, int after) {
        return peak.computed() == null
                ? null
                : time(QuarterHours.startMilli(peak.computed().quarter() + after));
    }

    private PeaksAnswer.BillingPeak billing(Meter meter, List<MonthPeak> billed) {
        int watts = BillingPeak.watts(billed.stream().map(MonthPeak::watts).toList());
        return new PeaksAnswer.BillingPeak(
                thousandths(watts),
                billed.size(),
                thousandths(BillingPeak.MINIMUM_W),
                billed.get(0).month().toString(),
                billed.get(billed.size() - 1).month().toString(),
                costs.capacityYear(meter, watts)
                        .map(total -> Bill.of(Decimal.plain(total)))
                        .orElse(null));
    }

    private OffsetDateTime time(long milli) {
        return Instant.ofEpochSecond(Math.floorDiv(milli, 1000))
                .atZone(household.zone())
                .toOffsetDateTime();
    }
}
