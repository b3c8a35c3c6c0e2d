package energy.sem.history.bill;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import energy.sem.base.Problem;
import energy.sem.base.ReadableMeters;
import energy.sem.bill.document.DocumentFault;
import energy.sem.bill.sum.Bill;
import energy.sem.bill.sum.Billing;
import energy.sem.bill.sum.EnteredMonths;
import energy.sem.bill.tariff.ContractFile;
import energy.sem.bill.tariff.Tariff;
import energy.sem.bill.tariff.TariffSet;
import energy.sem.bill.tariff.TariffSets;
import energy.sem.bill.tariff.Utility;
import energy.sem.history.answer.BillComparisonAnswer;
import energy.sem.history.answer.BillComparisonAnswer.ComparedContract;
import energy.sem.history.bill.BillInputs.Inputs;
import energy.sem.history.calendar.Household;
import energy.sem.history.calendar.Span;
import energy.sem.history.flow.Counter;
import energy.sem.history.store.Meter;
import energy.sem.quarter.QuarterHours;

/** What one's own past would have cost under several contracts. Within a transaction. */
@ApplicationScoped
public class Comparisons {
    private static final int MONTHS = 12;

    private final BillFiles contracts;
    private final BillInputs inputs;
    private final Household household;

    Comparisons(BillFiles contracts, BillInputs inputs, Household household) {
        this.contracts = contracts;
        this.inputs = inputs;
        this.household = household;
    }

    /**
     * Contracts to be compared.
     *
     * @param values of the months that they name
     */
    public record Offers(List<Tariff> tariffs, EnteredMonths values) {}

    /** Offers by their names; all of the utility that who asks may see where none is named. */
    public Offers named(String names, Utility utility, ReadableMeters readable) {
        if (names == null) {
            return new Offers(
                    contracts.names(readable).stream()
                            .map(name -> contracts.offer(name, readable))
                            .filter(each -> each.contract().utility() == utility)
                            .toList(),
                    contracts.values());
        }
        List<Tariff> some = new ArrayList<>();
        for (String name : names.split(",", -1)) {
            Tariff offer = contracts.offer(name.strip(), readable);
            if (offer.contract().utility() != utility) {
                throw Problem.badRequest("Contract " + name + " is for "
                        + offer.contract().utility().word() + ": compare it with utility="
                        + offer.contract().utility().word() + ".");
            }
            some.add(offer);
        }
        return new Offers(some, contracts.values());
    }

    /**
     * Offers of a file that somebody brings along.
     *
     * @throws Problem 400 with the line when it is wrong
     */
    public Offers of(byte[] yaml, Utility utility) {
        try {
            ContractFile file = ContractFile.read(yaml);
            Map<String, TariffSet> sets = TariffSets.with(contracts.sets(), file.sets());
            EnteredMonths values = contracts.values().with(file.values());
            file.contracts().forEach(values::check);
            List<Tariff> all = file.contracts().stream()
                    .filter(each -> each.utility() == utility)
                    .map(each -> BillFiles.always(Tariff.of(each, sets)))
                    .toList();
            if (all.isEmpty()) {
                throw Problem.badRequest("The file has no contract for " + utility.word() + ".");
            }
            return new Offers(all, values);
        } catch (DocumentFault | IllegalArgumentException e) {
            throw Problem.badRequest("The file of offers is wrong: " + e.getMessage());
        }
    }

    /**
     * A comparison over the last twelve whole months, or over some days.
     *
     * @param first its first day, {@code null} for twelve months ago
     * @param end the day after its last, {@code null} for the first of this month
     */
    public BillComparisonAnswer of(Meter meter, Offers offers, Utility utility, LocalDate first, LocalDate end) {
        LocalDate month = LocalDate.ofInstant(household.now(), household.zone()).withDayOfMonth(1);
        LocalDate until = end == null ? month : end;
        LocalDate from = first == null ? until.minusMonths(MONTHS) : first;
        if (!from.isBefore(until) || from.plusYears(10).isBefore(until)) {
            throw Problem.badRequest("from must be before to, and at most ten years: from=2025-11-01&to=2026-11-01.");
        }
        Span span = Span.between(from.atStartOfDay(household.zone()), until.atStartOfDay(household.zone()));
        List<Tariff> holding = contracts.of(meter.name()).stream()
                .filter(each -> each.contract().utility() == utility)
                .toList();
        List<Tariff> all = new ArrayList<>(holding);
        all.addAll(offers.tariffs());
        Inputs read = inputs.of(meter, all, offers.values(), span.from(), span.to());
        int days = Math.toIntExact(ChronoUnit.DAYS.between(from, until));
        List<Compared> compared = new ArrayList<>();
        if (!holding.isEmpty()) {
            compared.add(new Compared(holding, true, bill(read, holding, span), days));
        }
        offers.tariffs()
                .forEach(each ->
                        compared.add(new Compared(List.of(each), false, bill(read, List.of(each), span), days)));
        return new BillComparisonAnswer(
                meter.name(),
                meter.simulated() ? true : null,
                utility.word(),
                household.zone().getId(),
                span.fromTime(),
                span.toTime(),
                days,
                from.plusYears(1).equals(until),
                "EUR",
                words(from, until, read.counters()),
                written(compared));
    }

    private Bill bill(Inputs read, List<Tariff> tariffs, Span span) {
        return new Billing(tariffs, read.usage(), read.market(), household.zone()).of(span.from(), span.to());
    }

    private static List<ComparedContract> written(List<Compared> compared) {
        Compared holding = compared.stream().filter(Compared::holds).findFirst().orElse(null);
        return compared.stream()
                .sorted(Comparator.comparing(Compared::isKnown)
                        .reversed()
                        .thenComparing(Compared::paid)
                        .thenComparing(
                                Comparator.comparing(Compared::pricedShare).reversed()))
                .map(each -> each.written(holding))
                .toList();
    }

    private List<String> words(LocalDate from, LocalDate until, List<Counter> counters) {
        List<String> words = new ArrayList<>(List.of(
                "These are past prices and past use, not a promise.",
                "All contracts are priced over the same quarter hours and peaks.",
                "A fixed price of today over the past year is not the price that could be had then."));
        if (!from.plusYears(1).equals(until)) {
            words.add("It is not a year: sun and heating make a shorter time misleading.");
        }
        if (counters.stream().noneMatch(each -> each.bounds().firstAtMilli() <= QuarterHours.startMilli(edge(from)))) {
            words.add(
                    "The meter's history begins later: without all of it there is no total. Say from=, its first whole day.");
        }
        return words;
    }

    private int edge(LocalDate day) {
        return QuarterHours.of(day.atStartOfDay(household.zone()).toInstant());
    }
}
