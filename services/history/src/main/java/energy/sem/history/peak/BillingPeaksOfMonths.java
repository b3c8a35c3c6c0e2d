package energy.sem.history.peak;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import energy.sem.history.cost.BillingPeaks;
import energy.sem.history.flow.Counter;
import energy.sem.history.store.Meter;
import energy.sem.history.store.Meters;

/** Each month's billing peak from its month peak and those of the eleven months before. Within a transaction. */
@ApplicationScoped
class BillingPeaksOfMonths implements BillingPeaks {
    private final Meters meters;
    private final MonthPeaks peaks;

    BillingPeaksOfMonths(Meters meters, MonthPeaks peaks) {
        this.meters = meters;
        this.peaks = peaks;
    }

    @Override
    public Map<YearMonth, Integer> of(Meter meter, List<Counter> counters, YearMonth first, YearMonth last) {
        YearMonth from = first.minusMonths(BillingPeak.MONTHS - 1);
        List<Integer> ids = meter.devices().stream().map(each -> each.id()).toList();
        List<MonthPeak> all = peaks.of(
                counters,
                meters.statedPeaks(ids, from.atDay(1), last.plusMonths(1).atDay(1)),
                from,
                last);
        Map<YearMonth, Integer> billing = new HashMap<>();
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            YearMonth end = month;
            YearMonth begin = month.minusMonths(BillingPeak.MONTHS - 1);
            List<Integer> counted = all.stream()
                    .filter(each ->
                            !each.month().isBefore(begin) && !each.month().isAfter(end))
                    .map(MonthPeak::watts)
                    .toList();
            if (!counted.isEmpty()) {
                billing.put(month, BillingPeak.watts(counted));
            }
        }
        return billing;
    }
}
