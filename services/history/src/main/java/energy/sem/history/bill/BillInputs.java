package energy.sem.history.bill;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import energy.sem.bill.sum.Bill;
import energy.sem.bill.sum.Billing;
import energy.sem.bill.sum.EnteredMonths;
import energy.sem.bill.tariff.Component;
import energy.sem.bill.tariff.Netting;
import energy.sem.bill.tariff.Price;
import energy.sem.bill.tariff.Tariff;
import energy.sem.bill.tariff.Unit;
import energy.sem.history.calendar.Household;
import energy.sem.history.calendar.Span;
import energy.sem.history.cost.BillingPeaks;
import energy.sem.history.flow.Counter;
import energy.sem.history.period.PeriodAnswers;
import energy.sem.history.store.Meter;
import energy.sem.history.store.QuarterRows;
import energy.sem.history.store.SpotPrices;
import energy.sem.quarter.QuarterHours;

/** Reads what bills of a meter are made from. Within a transaction. */
@ApplicationScoped
class BillInputs {
    private final BillFiles files;
    private final BillingPeaks billingPeaks;
    private final PeriodAnswers periods;
    private final QuarterRows rows;
    private final SpotPrices prices;
    private final Household household;

    BillInputs(
            BillFiles files,
            BillingPeaks billingPeaks,
            PeriodAnswers periods,
            QuarterRows rows,
            SpotPrices prices,
            Household household) {
        this.files = files;
        this.billingPeaks = billingPeaks;
        this.periods = periods;
        this.rows = rows;
        this.prices = prices;
        this.household = household;
    }

    /**
     * What a meter used and what was published, for some time.
     *
     * @param counters the meter's devices that have data
     */
    record Inputs(List<Counter> counters, MeterUsage usage, KeptMarket market) {}

    /**
     * A bill and how much of its time was read.
     *
     * @param contracts the names of those that its lines are from
     * @param coverage {@code null} when nothing of it has elapsed
     * @param until the edge up to which time has elapsed
     */
    record Priced(Bill bill, List<String> contracts, BigDecimal coverage, int until) {
        /** Whether its sum says all. */
        boolean known() {
            return coverage != null && bill.known();
        }
    }

    /** The bill of a span under some contracts. */
    Priced priced(Inputs inputs, List<Tariff> tariffs, Span span) {
        Billing billing = new Billing(tariffs, inputs.usage(), inputs.market(), household.zone());
        Bill bill = billing.of(span.from(), span.to());
        return new Priced(
                bill,
                billing.contracts(bill, span.from(), span.to()),
                inputs.usage().coverage(span.from(), span.to()),
                inputs.usage().elapsed());
    }

    /** All that bills between two edges under any of some contracts need. */
    Inputs of(Meter meter, List<Tariff> tariffs, int start, int end) {
        return of(meter, tariffs, files.values(), start, end);
    }

    /** The same with other values of months. */
    Inputs of(Meter meter, List<Tariff> tariffs, EnteredMonths values, int start, int end) {
        List<Counter> counters = periods.counters(meter);
        int elapsed = periods.elapsed(meter, counters);
        // Fees begin with the history of the meter: they never do without one.
        int begin = Counter.firstMilli(meter, counters).map(QuarterHours::of).orElse(Integer.MAX_VALUE);
        int from = edge(first(tariffs, day(start)));
        int to = Math.max(from + 1, Math.min(edge(day(end - 1).plusMonths(1).withDayOfMonth(1)), elapsed));
        Map<YearMonth, Integer> peaks = tariffs.stream().anyMatch(each -> has(each, Unit.Base.KW_YEAR))
                ? billingPeaks.of(meter, counters, YearMonth.from(day(from)), YearMonth.from(day(to - 1)))
                : Map.of();
        MeterUsage usage = new MeterUsage(
                counters,
                rows.between(
                        counters.stream()
                                .filter(each -> isBilled(each, tariffs))
                                .collect(Collectors.toMap(Counter::id, Counter::bounds)),
                        from,
                        to),
                peaks,
                from,
                to,
                begin,
                elapsed);
        return new Inputs(counters, usage, new KeptMarket(prices, values));
    }

    /** What no contract is for need not be read; electricity says how much of the time was. */
    private static boolean isBilled(Counter counter, List<Tariff> tariffs) {
        return counter.isElectricity()
                || tariffs.stream().anyMatch(each -> each.contract()
                        .utility()
                        .name()
                        .equals(counter.device().kind().name()));
    }

    /** Brackets and netting know their year, means and maxima their month. */
    private static LocalDate first(List<Tariff> tariffs, LocalDate day) {
        return tariffs.stream().anyMatch(BillInputs::needsYear) ? day.minusYears(1) : day.withDayOfMonth(1);
    }

    private static boolean needsYear(Tariff tariff) {
        return components(tariff).stream()
                .anyMatch(each -> each.netting() == Netting.YEAR
                        || each.bands().stream()
                                .anyMatch(band -> band.price() instanceof Price.Brackets
                                        || band.price() instanceof Price.Maximum));
    }

    private static boolean has(Tariff tariff, Unit.Base base) {
        return components(tariff).stream().anyMatch(each -> each.unit().base() == base);
    }

    /** All components of a contract's lines. */
    static List<Component> components(Tariff tariff) {
        return tariff.lines().values().stream().flatMap(List::stream).toList();
    }

    private LocalDate day(int quarter) {
        return LocalDate.ofInstant(QuarterHours.start(quarter), household.zone());
    }

    private int edge(LocalDate day) {
        return QuarterHours.of(day.atStartOfDay(household.zone()).toInstant());
    }
}
