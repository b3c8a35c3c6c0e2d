package energy.sem.history.answer;

import java.math.BigDecimal;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What a contract that is not kept yet would do.
 *
 * @param contract its name
 * @param questions numbers that are allowed and look odd; empty when none does
 * @param bill what the period would have cost under it
 */
public record ContractCheckAnswer(String contract, List<ContractQuestion> questions, BillAnswer bill) {
    public ContractCheckAnswer {
        questions = List.copyOf(questions);
    }

    /**
     * A number to look at again.
     *
     * @param reason {@code unit}, {@code unit-of-formula} (at a day-ahead price of 100 EUR/MWh), {@code vat-twice}, {@code vat-missing} or
     *     {@code no-values}
     * @param line which line, or the index that has no values
     * @param number what it comes to, in {@code unit}; without one, how many times the day-ahead price
     * @param unit such as {@code EUR/kWh}; absent where it is none
     * @param written the unit that the contract has it in, or the percentage of its VAT; absent for an index
     * @param detail as a sentence, in English
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ContractQuestion(
            String reason, String line, BigDecimal number, String unit, String written, String detail) {}
}
