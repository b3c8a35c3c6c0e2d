package energy.sem.history.cost;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;

/**
 * A cost in euro, exact, by its parts. Immutable.
 *
 * @param parts those there are
 * @param known false when something flowed that no contract covers: the sum would be too low
 */
public record Cost(Map<Part, Item> parts, boolean known) {
    /** Nothing. */
    public static final Cost NONE = new Cost(Map.of(), true);

    public Cost {
        parts = Map.copyOf(parts);
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
        if (parts.isEmpty() && other.parts.isEmpty()) {
            return known ? other : this;
        }
        Map<Part, Item> sum = new EnumMap<>(Part.class);
        sum.putAll(parts);
        other.parts.forEach((part, item) -> sum.merge(part, item, Item::plus));
        return new Cost(sum, known && other.known);
    }

    /** The sum of the parts, exact. */
    public BigDecimal euro() {
        return parts.values().stream().map(Item::euro).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
