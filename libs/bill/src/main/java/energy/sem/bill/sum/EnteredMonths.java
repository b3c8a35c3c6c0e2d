package energy.sem.bill.sum;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import energy.sem.bill.sum.Market.MonthValue;
import energy.sem.bill.tariff.Contract;
import energy.sem.bill.tariff.MonthValues;

/** Values of months that somebody entered, as a market tells them. Immutable. */
public final class EnteredMonths {
    /** High-calorific gas of Belgium is worth about so much; a bill says the month's own. */
    private static final BigDecimal ASSUMED_KWH_M3 = new BigDecimal("11.5");

    private final Map<String, MonthValues> byName = new HashMap<>();

    /**
     * These values.
     *
     * @throws IllegalArgumentException in words, when two of them have one name
     */
    public EnteredMonths(Collection<MonthValues> values) {
        for (MonthValues each : values) {
            if (byName.put(each.name(), each) != null) {
                throw new IllegalArgumentException("there are two values \"" + each.name() + "\"");
            }
        }
    }

    /** These, and others that count in place of those of their names. */
    public EnteredMonths with(Collection<MonthValues> others) {
        EnteredMonths all = new EnteredMonths(others);
        byName.forEach(all.byName::putIfAbsent);
        return all;
    }

    /** All of them. */
    public List<MonthValues> all() {
        return List.copyOf(byName.values());
    }

    /** The value of an index, EUR/MWh; {@code null} until it is entered. */
    public MonthValue index(String name, YearMonth month) {
        MonthValues values = of(name, MonthValues.Unit.EUR_MWH);
        return values == null ? null : exact(values, month);
    }

    /** What a m3 was worth, kWh: the month's own, else an earlier month's or an assumed one, provisional. */
    public MonthValue gasKwhM3(String name, YearMonth month) {
        MonthValue value = latest(name, MonthValues.Unit.KWH_M3, month);
        return value == null ? new MonthValue(ASSUMED_KWH_M3, true) : value;
    }

    /** How many m3 are billed for one: the month's own, else an earlier month's, provisional; {@code null} where there is none. */
    public MonthValue gasM3M3(String name, YearMonth month) {
        return latest(name, MonthValues.Unit.M3_M3, month);
    }

    /**
     * Sees to it that a contract's values of gas are there.
     *
     * @throws IllegalArgumentException in words, when nobody entered them
     */
    public void check(Contract contract) {
        check(contract, contract.gas().coefficient(), MonthValues.Unit.KWH_M3);
        check(contract, contract.gas().correction(), MonthValues.Unit.M3_M3);
    }

    private void check(Contract contract, String name, MonthValues.Unit unit) {
        if (name != null && of(name, unit) == null) {
            throw new IllegalArgumentException("contract " + contract.name() + ": there are no values \"" + name
                    + "\" in " + unit.written() + " under values; there are "
                    + (byName.isEmpty() ? "none" : String.join(", ", new TreeSet<>(byName.keySet()))));
        }
    }

    private MonthValues of(String name, MonthValues.Unit unit) {
        MonthValues values = name == null ? null : byName.get(name);
        return values == null || values.unit() != unit ? null : values;
    }

    private MonthValue latest(String name, MonthValues.Unit unit, YearMonth month) {
        MonthValues values = of(name, unit);
        if (values == null) {
            return null;
        }
        MonthValue exact = exact(values, month);
        Map.Entry<YearMonth, MonthValues.Value> earlier = values.months().lowerEntry(month);
        return exact != null || earlier == null
                ? exact
                : new MonthValue(earlier.getValue().number(), true);
    }

    private static MonthValue exact(MonthValues values, YearMonth month) {
        MonthValues.Value value = values.months().get(month);
        return value == null ? null : new MonthValue(value.number(), value.provisional());
    }
}
