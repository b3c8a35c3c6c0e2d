package energy.sem.history.cost;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;

import energy.sem.history.flow.Counter;
import energy.sem.history.store.Meter;

/** The billing peak that each month is charged by. */
public interface BillingPeaks {

    /**
     * The billing peak of each of the months, W; a month without any peak up to it is absent.
     *
     * @param counters the meter's devices that have data
     * @param first the first month
     * @param last the last month, included
     */
    Map<YearMonth, Integer> of(Meter meter, List<Counter> counters, YearMonth first, YearMonth last);
}
