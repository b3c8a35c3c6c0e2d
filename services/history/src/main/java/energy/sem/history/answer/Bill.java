package energy.sem.history.answer;

import java.math.BigDecimal;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What a span costs under the contracts of the configuration.
 *
 * @param currency {@code EUR}
 * @param total the sum; negative is earned; absent when something flowed that has no price: it would be wrong
 * @param rounded the sum in whole cents, to be shown beside parts: where {@code total} is absent, that of the parts. Absent in
 *     buckets and in the period before
 * @param parts what it is made of, in the order of an invoice; as written they add up to {@code total}. Absent in buckets
 *     and in the period before
 * @param unpriced what flowed and has no price; absent where all has one, in buckets and in the period before
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Bill(
        String currency,
        BigDecimal total,
        BigDecimal rounded,
        List<CostPart> parts,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Unpriced> unpriced) {
    /** The currency of every contract. */
    public static final String EURO = "EUR";

    public Bill {
        parts = parts == null ? null : List.copyOf(parts);
        unpriced = List.copyOf(unpriced);
    }

    /** A sum alone. */
    public static Bill of(BigDecimal total) {
        return new Bill(EURO, total, null, null, List.of());
    }
}
