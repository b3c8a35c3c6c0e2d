package energy.sem.history.answer;

import java.math.BigDecimal;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What a span costs under the contracts of the configuration.
 *
 * @param currency {@code EUR}
 * @param total the sum; negative is earned; absent when something flowed that no contract covers: it would be too low
 * @param parts what it is made of, in the order of an invoice; as written they add up to {@code total}. Absent in buckets
 *     and in the period before
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Bill(String currency, BigDecimal total, List<CostPart> parts) {
    /** The currency of every contract. */
    public static final String EURO = "EUR";

    public Bill {
        parts = parts == null ? null : List.copyOf(parts);
    }
}
