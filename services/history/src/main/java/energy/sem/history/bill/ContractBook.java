package energy.sem.history.bill;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import energy.sem.bill.sum.EnteredMonths;
import energy.sem.bill.tariff.Contract;
import energy.sem.bill.tariff.ContractFile;
import energy.sem.bill.tariff.MonthValues;
import energy.sem.bill.tariff.Tariff;
import energy.sem.bill.tariff.TariffSet;
import energy.sem.bill.tariff.TariffSets;

/**
 * All contracts and offers at one time, with the sets they lie on and the values they name. Immutable.
 *
 * @param agreed those that hold, each for its meter
 * @param inFile those of them that stand in the file
 * @param byName the same and the offers
 * @param sets one's own in the place of those that SEM brings along
 */
record ContractBook(
        List<Tariff> agreed,
        List<Tariff> inFile,
        Map<String, Tariff> byName,
        Map<String, TariffSet> sets,
        EnteredMonths values) {
    /** Without any contract. */
    static final ContractBook NONE =
            new ContractBook(List.of(), List.of(), Map.of(), Map.of(), new EnteredMonths(List.of()));

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
        return new ContractBook(List.copyOf(agreed), inFile, Map.copyOf(byName), sets, values);
    }

    private static void name(Map<String, Tariff> byName, Tariff tariff) {
        String name = tariff.contract().name();
        if (byName.put(name, tariff) != null) {
            throw new IllegalArgumentException("there are two contracts \"" + name + "\"");
        }
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
