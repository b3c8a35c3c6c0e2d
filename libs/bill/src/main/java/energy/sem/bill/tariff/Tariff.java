package energy.sem.bill.tariff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import energy.sem.bill.document.Node;

/**
 * All lines that a contract's invoice has: its own and those of its sets that are for the home.
 *
 * @param contract whose
 * @param lines by name, each its components in order of time, not overlapping
 */
public record Tariff(Contract contract, Map<String, List<Component>> lines) {

    /**
     * The lines of a contract.
     *
     * @param sets all there are, by name
     * @throws IllegalArgumentException in words, when a set is missing, a fact of the home is, or components overlap
     */
    public static Tariff of(Contract contract, Map<String, TariffSet> sets) {
        checkPower(contract);
        Map<String, List<Component>> lines = new LinkedHashMap<>();
        contract.components().forEach(each -> add(lines, each, contract));
        for (String name : included(contract, sets)) {
            checkFacts(contract, sets.get(name));
            sets.get(name).components().stream()
                    .filter(each -> isFor(contract, each))
                    .forEach(each -> add(lines, each, contract));
        }
        lines.values().forEach(each -> check(contract, each));
        lines.values().forEach(each -> checkMaximum(contract, each, lines));
        lines.values().forEach(each -> checkPercent(contract, each, lines));
        return new Tariff(contract, lines);
    }

    private static Set<String> included(Contract contract, Map<String, TariffSet> sets) {
        Set<String> all = new LinkedHashSet<>();
        List<String> open = new ArrayList<>(contract.sets());
        while (!open.isEmpty()) {
            String name = open.remove(0);
            TariffSet set = sets.get(name);
            if (set == null) {
                throw new IllegalArgumentException("contract " + contract.name() + ": there is no set \"" + name
                        + "\"; there are " + String.join(", ", new java.util.TreeSet<>(sets.keySet())));
            }
            if (set.utility() != contract.utility()) {
                throw new IllegalArgumentException("contract " + contract.name() + " is for "
                        + contract.utility().word() + ", and its set " + name + " for "
                        + set.utility().word());
            }
            if (all.add(name)) {
                open.addAll(set.includes());
            }
        }
        return all;
    }

    /** A fact whose word no component knows would leave a line out in silence. */
    private static void checkFacts(Contract contract, TariffSet set) {
        Map<String, Set<String>> known = new java.util.TreeMap<>();
        set.components().stream()
                .flatMap(each -> each.only().stream())
                .filter(each -> !each.words().isEmpty())
                .forEach(each -> known.computeIfAbsent(each.fact(), fact -> new java.util.TreeSet<>())
                        .addAll(each.words()));
        known.forEach((fact, words) -> {
            String value = contract.facts().get(fact);
            if (value != null && !words.contains(value)) {
                throw new IllegalArgumentException("contract " + contract.name() + ": the fact " + fact + " is \""
                        + value + "\", and set " + set.name() + " knows " + String.join(", ", words));
            }
        });
    }

    private static boolean isFor(Contract contract, Component component) {
        return component.only().stream().allMatch(each -> {
            String fact = contract.facts().get(each.fact());
            if (fact == null) {
                throw new IllegalArgumentException("contract " + contract.name() + ": \"" + component.name()
                        + "\" depends on the fact \"" + each.fact() + "\" of the home: add it under facts ("
                        + each.wanted() + ")");
            }
            try {
                return each.isMetBy(fact);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(
                        "contract " + contract.name() + ": the fact " + each.fact() + " must be a number", e);
            }
        });
    }

    private static void add(Map<String, List<Component>> lines, Component component, Contract contract) {
        boolean hasFact = component.unit().base() != Unit.Base.KVA_YEAR
                || contract.facts().containsKey(Contract.KVA);
        if (!hasFact) {
            throw new IllegalArgumentException("contract " + contract.name() + ": \"" + component.name()
                    + "\" is a price a kVA: add the fact " + Contract.KVA + " of the home");
        }
        lines.computeIfAbsent(component.name(), name -> new ArrayList<>()).add(component);
    }

    private static void checkPower(Contract contract) {
        String kva = contract.facts().get(Contract.KVA);
        try {
            if (kva == null || Node.bounded(kva).signum() >= 0) {
                return;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new IllegalArgumentException("contract " + contract.name() + ": the fact " + Contract.KVA + " is \""
                + Node.quoted(kva) + "\": it must be a number of kVA such as 5 or 4.6");
    }

    private static void check(Contract contract, List<Component> components) {
        components.sort(java.util.Comparator.comparing(
                Component::from, java.util.Comparator.nullsFirst(java.util.Comparator.naturalOrder())));
        for (int i = 1; i < components.size(); i++) {
            Component before = components.get(i - 1);
            Component next = components.get(i);
            if (before.until() == null || next.from() == null || before.until().isAfter(next.from())) {
                throw new IllegalArgumentException("contract " + contract.name() + ": two components \"" + next.name()
                        + "\" hold on the same days: give the earlier one an until, or another name");
            }
        }
    }

    /** A share of amounts is exact only where they are written alike, with VAT or without. */
    private static void checkPercent(
            Contract contract, List<Component> components, Map<String, List<Component>> lines) {
        for (Component each : components) {
            if (each.bands().get(0).price() instanceof Price.Percent percent) {
                for (String name : percent.of()) {
                    List<Component> others = lines.getOrDefault(name, List.of());
                    boolean fits = !others.isEmpty()
                            && others.stream()
                                    .allMatch(other -> other.vat().equals(each.vat())
                                            && !(other.bands().get(0).price() instanceof Price.Percent)
                                            && !(other.bands().get(0).price() instanceof Price.Maximum));
                    if (!fits) {
                        throw new IllegalArgumentException("contract " + contract.name() + ": \"" + each.name()
                                + "\" is a share of \"" + name
                                + "\", which must be a line with a price of its own and the same vat");
                    }
                }
            }
        }
    }

    private static void checkMaximum(
            Contract contract, List<Component> components, Map<String, List<Component>> lines) {
        for (Component each : components) {
            if (each.bands().get(0).price() instanceof Price.Maximum maximum) {
                for (String name : maximum.of()) {
                    boolean priced = lines.getOrDefault(name, List.of()).stream()
                            .noneMatch(other -> other.bands().get(0).price() instanceof Price.Maximum
                                    || other.bands().get(0).price() instanceof Price.Percent);
                    if (!lines.containsKey(name) || !priced) {
                        throw new IllegalArgumentException("contract " + contract.name() + ": the maximum \""
                                + each.name() + "\" is of \"" + name + "\", "
                                + (priced
                                        ? "which there is not"
                                        : "which is a maximum itself, or a share: name lines with a price"));
                    }
                }
            }
        }
    }
}
