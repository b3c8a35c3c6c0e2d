package energy.sem.history.answer;

import java.math.BigDecimal;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Something that flowed and has no price: why a cost has no total.
 *
 * @param reason {@code no-contract}: none holds yet at that time; {@code no-price}: the contract has none for it
 * @param part what of a cost it would be, as in {@link CostPart}
 * @param contract the contract's name; absent where none holds
 * @param tariffs from 3 up, those that it flowed in; absent for a part that has a tariff of its own or where no tariff
 *     counts it
 * @param quantity how much, in {@code unit}
 * @param unit {@code kWh} or {@code m3}
 * @param setting that gives it a price, as an environment variable
 * @param detail all of this as a sentence
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Unpriced(
        String reason,
        String part,
        String contract,
        List<Integer> tariffs,
        BigDecimal quantity,
        String unit,
        String setting,
        String detail) {

    public Unpriced {
        tariffs = List.copyOf(tariffs);
    }
}
