package energy.sem.history.bill;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import energy.sem.bill.tariff.Component;
import energy.sem.bill.tariff.Condition;
import energy.sem.bill.tariff.Contract;
import energy.sem.bill.tariff.Owner;
import energy.sem.bill.tariff.TariffSet;
import energy.sem.bill.tariff.Unit;
import energy.sem.history.answer.TariffSetsAnswer;
import energy.sem.history.answer.TariffSetsAnswer.Fact;
import energy.sem.history.answer.TariffSetsAnswer.KnownSet;

/** What contracts may lie on, for whoever chooses. */
@ApplicationScoped
public class KnownSets {
    private final BillFiles contracts;

    KnownSets(BillFiles contracts) {
        this.contracts = contracts;
    }

    /** All sets that do not only belong to others, by name. */
    public TariffSetsAnswer answer() {
        Map<String, TariffSet> sets = contracts.sets();
        Set<String> parts =
                sets.values().stream().flatMap(each -> each.includes().stream()).collect(Collectors.toSet());
        return new TariffSetsAnswer(sets.values().stream()
                .filter(each -> !parts.contains(each.name()))
                .map(each -> known(each, sets))
                .toList());
    }

    private static KnownSet known(TariffSet set, Map<String, TariffSet> sets) {
        Set<TariffSet> all = new LinkedHashSet<>();
        gather(set, sets, all);
        List<Component> components =
                all.stream().flatMap(each -> each.components().stream()).toList();
        return new KnownSet(
                set.name(),
                set.words(),
                set.utility().word(),
                set.components().stream().allMatch(each -> each.owner() == Owner.LEVY) ? "levy" : "grid",
                set.source(),
                set.checked(),
                until(components),
                facts(components),
                all.stream().flatMap(each -> each.open().stream()).toList());
    }

    private static void gather(TariffSet set, Map<String, TariffSet> sets, Collection<TariffSet> all) {
        if (set != null && all.add(set)) {
            set.includes().forEach(each -> gather(sets.get(each), sets, all));
        }
    }

    /** The first day on which a line that goes so far has no price. */
    private static LocalDate until(List<Component> components) {
        Map<String, List<Component>> lines = components.stream().collect(Collectors.groupingBy(Component::name));
        return lines.values().stream()
                .filter(each -> each.stream().noneMatch(one -> one.until() == null))
                .map(each -> each.stream()
                        .map(Component::until)
                        .max(LocalDate::compareTo)
                        .orElseThrow())
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    private static List<Fact> facts(List<Component> components) {
        Map<String, Set<String>> facts = new TreeMap<>();
        for (Component each : components) {
            for (Condition condition : each.only()) {
                facts.computeIfAbsent(condition.fact(), fact -> new TreeSet<>()).addAll(condition.words());
            }
            if (each.unit().base() == Unit.Base.KVA_YEAR) {
                facts.computeIfAbsent(Contract.KVA, fact -> new TreeSet<>());
            }
        }
        List<Fact> all = new ArrayList<>();
        facts.forEach((name, words) -> all.add(new Fact(name, List.copyOf(words))));
        return all;
    }
}
