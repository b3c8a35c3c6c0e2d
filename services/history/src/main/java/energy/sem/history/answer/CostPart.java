package energy.sem.history.answer;

import java.math.BigDecimal;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What a cost is made of.
 *
 * @param part {@code import-t1}, {@code import-t2}, {@code import} (what neither of these tariffs counts), {@code export-t1},
 *     {@code export-t2}, {@code export}, {@code capacity}, {@code electricity-fixed}, {@code gas}, {@code gas-fixed},
 *     {@code water} or {@code water-fixed}
 * @param quantity how much, in {@code unit}; absent for a fee
 * @param unit {@code kWh} or {@code m3}; absent for a fee
 * @param amount in the currency of the bill; negative is earned
 * @param rounded the same in whole cents, up or down by less than one, so that the parts add up to the bill's {@code rounded}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CostPart(String part, BigDecimal quantity, String unit, BigDecimal amount, BigDecimal rounded) {}
