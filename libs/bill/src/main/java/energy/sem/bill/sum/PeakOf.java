package energy.sem.bill.sum;

import java.time.YearMonth;
import java.util.List;

import energy.sem.bill.tariff.Utility;

/** The same usage with one peak in every month. */
record PeakOf(Usage usage, int watts) implements Usage {
    @Override
    public Long between(Lane lane, int from, int to) {
        return usage.between(lane, from, to);
    }

    @Override
    public List<Unread> unread(Utility utility, int from, int to) {
        return usage.unread(utility, from, to);
    }

    @Override
    public boolean isEstimated(Lane lane, int from, int to) {
        return usage.isEstimated(lane, from, to);
    }

    @Override
    public Integer billingPeakW(YearMonth month) {
        return usage.billingPeakW(month) == null ? null : Integer.valueOf(watts);
    }

    @Override
    public int begin() {
        return usage.begin();
    }

    @Override
    public int elapsed() {
        return usage.elapsed();
    }
}
