package energy.sem.history.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import energy.sem.history.calendar.Household;
import energy.sem.history.flow.Counter;
import energy.sem.history.store.Meter;
import energy.sem.quarter.QuarterHours;

/** What a meter's flows cost, where contracts say so. */
@ApplicationScoped
public class Costs {
    private final Contracts contracts;
    private final BillingPeaks billingPeaks;
    private final Household household;
    private final BilledElsewhere elsewhere;

    /** What contracts of the settings cost, where no contract of a file is for the meter. */
    @Inject
    public Costs(Contracts contracts, BillingPeaks billingPeaks, Household household, BilledElsewhere elsewhere) {
        this.elsewhere = elsewhere;
        this.contracts = contracts;
        this.billingPeaks = billingPeaks;
        this.household = household;
    }

    /**
     * The costing of a meter for time between two edges; empty without contracts or data.
     *
     * @param counters the meter's devices that have data
     * @param elapsed the edge up to which time has elapsed
     */
    public Optional<Costing> of(Meter meter, List<Counter> counters, int from, int to, int elapsed) {
        List<Contract> valid = contracts.of(meter.name());
        if (valid.isEmpty() || counters.isEmpty() || elsewhere.holds(meter.name())) {
            return Optional.empty();
        }
        int first = QuarterHours.of(Counter.firstMilli(meter, counters).orElseThrow());
        boolean capacity = valid.stream().anyMatch(each -> each.capacityKwYear() != null);
        int last = Math.max(from, Math.min(to, elapsed) - 1);
        Map<YearMonth, Integer> peaks =
                capacity ? billingPeaks.of(meter, counters, month(from), month(last)) : Map.of();
        return Optional.of(new Costing(valid, peaks, household.zone(), first, elapsed));
    }

    /**
     * What a billing peak costs a year at today's capacity price, euro with cents; empty without such a price.
     *
     * @param watts the billing peak, W
     */
    public Optional<BigDecimal> capacityYear(Meter meter, int watts) {
        if (elsewhere.holds(meter.name())) {
            return Optional.empty();
        }
        LocalDate today = LocalDate.ofInstant(household.now(), household.zone());
        return contracts
                .valid(meter.name(), Utility.ELECTRICITY, today)
                .map(Contract::capacityKwYear)
                .map(price -> BigDecimal.valueOf(watts, 3).multiply(price).setScale(2, RoundingMode.HALF_UP));
    }

    private YearMonth month(int quarter) {
        return YearMonth.from(QuarterHours.start(quarter).atZone(household.zone()));
    }
}
