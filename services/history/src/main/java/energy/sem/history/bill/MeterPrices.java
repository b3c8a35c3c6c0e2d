package energy.sem.history.bill;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;

import energy.sem.bill.sum.MarginalPrice;
import energy.sem.bill.sum.MarginalPrice.Quote;
import energy.sem.bill.sum.Mark;
import energy.sem.bill.sum.Missing;
import energy.sem.bill.tariff.Component;
import energy.sem.bill.tariff.Flow;
import energy.sem.bill.tariff.Tariff;
import energy.sem.bill.tariff.Utility;
import energy.sem.history.answer.Decimal;
import energy.sem.history.answer.PriceAnswer;
import energy.sem.history.answer.PriceAnswer.QuarterCost;
import energy.sem.history.answer.PricesAnswer.PriceSource;
import energy.sem.history.answer.PricesAnswer.SourceFault;
import energy.sem.history.bill.BillInputs.Inputs;
import energy.sem.history.calendar.Household;
import energy.sem.history.store.Meter;
import energy.sem.history.store.PriceFaults;
import energy.sem.history.store.SpotPrices;
import energy.sem.quarter.QuarterHours;

/** What a kWh costs under a meter's contract by quarter hour, today and tomorrow. Within a transaction. */
@ApplicationScoped
public class MeterPrices {
    /** Decimals of a price that is shown; a tenth of a millicent. */
    private static final int DECIMALS = 6;

    private static final int CHEAPEST = 4;

    private final BillFiles contracts;
    private final BillInputs inputs;
    private final SpotPrices prices;
    private final PriceFaults faults;
    private final Household household;

    MeterPrices(BillFiles contracts, BillInputs inputs, SpotPrices prices, PriceFaults faults, Household household) {
        this.contracts = contracts;
        this.inputs = inputs;
        this.prices = prices;
        this.faults = faults;
        this.household = household;
    }

    /**
     * Prices of today and tomorrow as far as they are known.
     *
     * @param run the thing for which the cheapest time is sought
     * @throws energy.sem.base.Problem 404 without a contract
     */
    public PriceAnswer of(Meter meter, Run run) {
        LocalDate today = LocalDate.ofInstant(household.now(), household.zone());
        List<Tariff> tariffs = contracts.holding(meter.name(), Utility.ELECTRICITY, today, today.plusDays(1));
        int from = edge(today);
        int to = edge(today.plusDays(2));
        boolean byRegister = components(tariffs).stream().anyMatch(Component::byRegister);
        Inputs read = inputs.of(meter, tariffs, byRegister ? edge(today.minusWeeks(CountedTariff.WEEKS)) : from, to);
        MarginalPrice price = new MarginalPrice(
                tariffs,
                read.usage(),
                read.market(),
                household.zone(),
                byRegister ? new CountedTariff(read.usage(), household.zone()) : quarter -> 1);
        boolean exported = components(tariffs).stream().anyMatch(each -> each.flow() == Flow.EXPORT);
        NavigableMap<Integer, QuarterCost> known = new TreeMap<>();
        List<Missing> missing = new ArrayList<>();
        for (int quarter = from; quarter < to; quarter++) {
            Quote imported = price.of(Flow.IMPORT, quarter);
            Quote earned = exported ? price.of(Flow.EXPORT, quarter) : new Quote(null, Set.of(), List.of());
            missing.addAll(imported.missing());
            missing.addAll(earned.missing());
            if (imported.euro() != null || earned.euro() != null) {
                known.put(quarter, written(quarter, imported, earned));
            }
        }
        return answer(meter, tariffs, known, missing, sources(tariffs, from, to), faults(tariffs, today), run);
    }

    private PriceAnswer answer(
            Meter meter,
            List<Tariff> tariffs,
            NavigableMap<Integer, QuarterCost> known,
            List<Missing> missing,
            List<PriceSource> sources,
            List<SourceFault> failed,
            Run run) {
        int now = QuarterHours.of(household.now());
        return new PriceAnswer(
                meter.name(),
                meter.simulated() ? true : null,
                household.zone().getId(),
                tariffs.stream().map(each -> each.contract().name()).toList(),
                PriceAnswer.UNIT,
                known.get(now),
                known.get(now + 1),
                known.tailMap(now).values().stream()
                        .filter(each -> each.importEurKwh() != null)
                        .sorted(Comparator.comparing(QuarterCost::importEurKwh).thenComparing(QuarterCost::from))
                        .limit(CHEAPEST)
                        .toList(),
                run.cheapest(known.tailMap(now), now),
                List.copyOf(known.values()),
                sources,
                failed,
                BillWords.missing(missing));
    }

    private QuarterCost written(int quarter, Quote imported, Quote earned) {
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        marks.addAll(imported.marks());
        marks.addAll(earned.marks());
        return new QuarterCost(
                time(quarter),
                time(quarter + 1),
                imported.euro() == null ? null : rounded(imported.euro()),
                earned.euro() == null ? null : rounded(earned.euro().negate()),
                marks.stream().map(Mark::word).sorted().toList());
    }

    private static Set<String> areas(List<Tariff> tariffs) {
        Set<String> areas = new TreeSet<>();
        tariffs.stream()
                .map(each -> each.contract().area())
                .filter(Objects::nonNull)
                .forEach(areas::add);
        return areas;
    }

    private List<SourceFault> faults(List<Tariff> tariffs, LocalDate today) {
        return areas(tariffs).stream()
                .flatMap(area -> SaidPrices.faults(faults, area, today, today.plusDays(1), household.zone()).stream())
                .toList();
    }

    private List<PriceSource> sources(List<Tariff> tariffs, int from, int to) {
        return areas(tariffs).stream()
                .flatMap(area -> SaidPrices.sources(prices, area, prices.of(area, from, to), household.zone()).stream())
                .toList();
    }

    private static List<Component> components(List<Tariff> tariffs) {
        return tariffs.stream()
                .flatMap(each -> BillInputs.components(each).stream())
                .toList();
    }

    static BigDecimal rounded(BigDecimal euro) {
        return Decimal.plain(euro.setScale(DECIMALS, RoundingMode.HALF_UP));
    }

    private OffsetDateTime time(int quarter) {
        return QuarterHours.start(quarter).atZone(household.zone()).toOffsetDateTime();
    }

    private int edge(LocalDate day) {
        return QuarterHours.of(day.atStartOfDay(household.zone()).toInstant());
    }
}
