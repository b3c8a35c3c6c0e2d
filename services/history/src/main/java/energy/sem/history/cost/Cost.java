package energy.sem.history.cost;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A cost in euro, exact, by its parts. Immutable.
 *
 * @param parts those there are
 * @param unpriced what flowed and has no price, at most one of a part and a contract
 */
public record Cost(Map<Part, Item> parts, List<Unpriced> unpriced) {
    /** Nothing. */
    public static final Cost NONE = new Cost(Map.of(), List.of());

    public Cost {
        parts = Map.copyOf(parts);
        unpriced = List.copyOf(unpriced);
    }

    /** Whether the sum says all: it would be wrong where something flowed that has no price. */
    public boolean known() {
        return unpriced.isEmpty();
    }

    /** Whether there is nothing to say of any cost. */
    public boolean isNone() {
        return parts.isEmpty() && known();
    }

    /**
     * One part.
     *
     * @param quantity in thousandths of its unit: Wh or litres; 0 for a fee
     * @param euro exact; negative is earned
     */
    public record Item(long quantity, BigDecimal euro) {
        Item plus(Item other) {
            return new Item(quantity + other.quantity, euro.add(other.euro));
        }
    }

    /** Both together. */
    public Cost plus(Cost other) {
        if (isNone() || other.isNone()) {
            return isNone() ? other : this;
        }
        Map<Part, Item> sum = new EnumMap<>(Part.class);
        sum.putAll(parts);
        other.parts.forEach((part, item) -> sum.merge(part, item, Item::plus));
        List<Unpriced> missing = new ArrayList<>(unpriced);
        other.unpriced.forEach(each -> add(missing, each));
        return new Cost(sum, missing);
    }

    private static void add(List<Unpriced> missing, Unpriced more) {
        for (int i = 0; i < missing.size(); i++) {
            if (missing.get(i).isLike(more)) {
                missing.set(i, missing.get(i).plus(more));
                return;
            }
        }
        missing.add(more);
    }

    /** The sum of the parts, exact. */
    public BigDecimal euro() {
        return parts.values().stream().map(Item::euro).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
