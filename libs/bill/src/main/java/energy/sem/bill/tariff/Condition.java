package energy.sem.bill.tariff;

import java.math.BigDecimal;
import java.util.List;

import energy.sem.bill.document.Node;

/**
 * What a fact of the home must be for a component to be for it.
 *
 * @param fact its name, such as {@code meter} or {@code kva}
 * @param words those that do; empty for a range
 * @param above a number that it must pass, or {@code null}
 * @param upTo a number that it may reach, or {@code null}
 */
public record Condition(String fact, List<String> words, BigDecimal above, BigDecimal upTo) {
    public Condition {
        words = List.copyOf(words);
    }

    /**
     * Whether a fact meets it.
     *
     * @throws NumberFormatException when a number was expected
     */
    boolean isMetBy(String value) {
        if (!words.isEmpty()) {
            return words.contains(value);
        }
        BigDecimal number = Node.bounded(value);
        return (above == null || number.compareTo(above) > 0) && (upTo == null || number.compareTo(upTo) <= 0);
    }

    /** Which values do, in words. */
    String wanted() {
        return words.isEmpty() ? "a number" : String.join(", ", words);
    }
}
