package energy.sem.history.bill;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import energy.sem.base.ReadableMeters;
import energy.sem.bill.sum.EnteredMonths;
import energy.sem.bill.tariff.Contract;
import energy.sem.bill.tariff.ContractFile;
import energy.sem.bill.tariff.MonthValues;
import energy.sem.bill.tariff.SoleContract;
import energy.sem.bill.tariff.Tariff;
import energy.sem.bill.tariff.TariffSet;
import energy.sem.bill.tariff.TariffSets;
import energy.sem.history.store.PageContracts.PageContract;

/**
 * All contracts and offers at one time, with the sets they lie on and the values they name. Immutable.
 *
 * @param agreed those that hold, each for its meter
 * @param inFile those of them that stand in the file
 * @param byName the same and the offers
 * @param sets one's own in the place of those that SEM brings along
 * @param onPage those that were set up on the page, also what of them does not hold
 */
record ContractBook(
        List<Tariff> agreed,
        List<Tariff> inFile,
        Map<String, Tariff> byName,
        Map<String, TariffSet> sets,
        EnteredMonths values,
        List<OnPage> onPage) {
    /** Without any contract. */
    static final ContractBook NONE =
            new ContractBook(List.of(), List.of(), Map.of(), Map.of(), new EnteredMonths(List.of()), List.of());

    /**
     * A contract that was set up on the page.
     *
     * @param contract {@code null} when it cannot be read
     * @param tariff {@code null} when it does not hold
     * @param fault why it does not, in words; {@code null} when it does
     */
    record OnPage(PageContract kept, Contract contract, Tariff tariff, String fault) {}

    /**
     * From the settings and files.
     *
     * @throws IllegalArgumentException in words, when they do not fit together
     */
    static ContractBook of(List<Contract> settings, ContractFile own, ContractFile offers) {
        Map<String, TariffSet> sets = TariffSets.with(TariffSets.shipped(), own.sets());
        List<MonthValues> months = new ArrayList<>(own.values());
        months.addAll(offers.values());
        EnteredMonths values = new EnteredMonths(months);
        List<Tariff> agreed = new ArrayList<>();
        settings.forEach(each -> agreed.add(Tariff.of(each, Map.of())));
        List<Tariff> inFile =
                own.contracts().stream().map(each -> Tariff.of(each, sets)).toList();
        agreed.addAll(inFile);
        Map<String, Tariff> byName = new HashMap<>();
        agreed.forEach(each -> name(byName, each));
        offers.contracts().forEach(each -> name(byName, Tariff.of(each, TariffSets.with(sets, offers.sets()))));
        byName.values().forEach(each -> values.check(each.contract()));
        return new ContractBook(List.copyOf(agreed), inFile, Map.copyOf(byName), sets, values, List.of());
    }

    private static void name(Map<String, Tariff> byName, Tariff tariff) {
        String name = tariff.contract().name();
        if (byName.put(name, tariff) != null) {
            throw new IllegalArgumentException("there are two contracts \"" + name + "\"");
        }
    }

    /** The same with those of the page: one after the other, none in the place of one of the settings or files. */
    ContractBook with(List<PageContract> page) {
        ContractBook all = this;
        for (PageContract each : page) {
            all = all.plus(each);
        }
        return all;
    }

    private ContractBook plus(PageContract kept) {
        List<OnPage> page = new ArrayList<>(onPage);
        List<Tariff> all = new ArrayList<>(agreed);
        Map<String, Tariff> names = new HashMap<>(byName);
        try {
            Tariff tariff = SoleContract.read(kept.document().getBytes(StandardCharsets.UTF_8), sets);
            values.check(tariff.contract());
            String taken = taken(tariff.contract());
            page.add(new OnPage(kept, tariff.contract(), taken == null ? tariff : null, taken));
            if (taken == null) {
                all.add(tariff);
                names.put(kept.name(), tariff);
            }
        } catch (IllegalArgumentException e) {
            page.add(new OnPage(kept, null, null, e.getMessage()));
        }
        return new ContractBook(List.copyOf(all), inFile, Map.copyOf(names), sets, values, List.copyOf(page));
    }

    /** Why one that is not here yet would be no contract of its own; {@code null} when it would. */
    String taken(Contract contract) {
        if (byName.containsKey(contract.name())) {
            return "another contract or offer is called \"" + contract.name() + "\": choose another name";
        }
        return agreed.stream()
                .map(Tariff::contract)
                .filter(each -> each.utility() == contract.utility()
                        && each.from().equals(contract.from())
                        && (each.meter() == null || contract.isFor(each.meter())))
                .findFirst()
                .map(each -> "contract \"" + each.name() + "\" begins on the same day, " + each.from()
                        + ": choose another first day")
                .orElse(null);
    }

    /** The same without one of the page. */
    ContractBook without(String name) {
        List<PageContract> others = onPage.stream()
                .map(OnPage::kept)
                .filter(each -> !each.name().equals(name))
                .toList();
        List<Tariff> page = onPage.stream().map(OnPage::tariff).toList();
        Map<String, Tariff> names = new HashMap<>(byName);
        onPage.stream()
                .filter(each -> each.tariff() != null)
                .forEach(each -> names.remove(each.kept().name()));
        return new ContractBook(
                        agreed.stream().filter(each -> !page.contains(each)).toList(),
                        inFile,
                        Map.copyOf(names),
                        sets,
                        values,
                        List.of())
                .with(others);
    }

    /** The same without what is for meters that who asks may not read, as if it were not there. */
    ContractBook openTo(ReadableMeters readable) {
        if (readable.all()) {
            return this;
        }
        Map<String, Tariff> names = new HashMap<>(byName);
        names.values().removeIf(each -> !isOpen(each.contract(), readable));
        return new ContractBook(
                agreed.stream()
                        .filter(each -> isOpen(each.contract(), readable))
                        .toList(),
                inFile.stream()
                        .filter(each -> isOpen(each.contract(), readable))
                        .toList(),
                Map.copyOf(names),
                sets,
                values,
                onPage.stream()
                        .filter(each -> each.contract() != null && isOpen(each.contract(), readable))
                        .toList());
    }

    private static boolean isOpen(Contract contract, ReadableMeters readable) {
        return contract.meter() == null || readable.opens(contract.meter());
    }

    /** Whether a contract of the file or of the page is for a meter. */
    boolean bills(String meter) {
        return inFile.stream().anyMatch(each -> each.contract().isFor(meter))
                || onPage.stream()
                        .anyMatch(each -> each.tariff() != null
                                && each.tariff().contract().isFor(meter));
    }

    /** The contracts that hold for a meter, one after the other. */
    List<Tariff> of(String meter) {
        return agreed.stream()
                .filter(each -> each.contract().isFor(meter))
                .sorted(Comparator.comparing((Tariff each) -> each.contract().utility())
                        .thenComparing(each -> each.contract().from()))
                .toList();
    }
}
