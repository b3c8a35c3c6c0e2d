package energy.sem.history.answer;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

import energy.sem.history.answer.BillAnswer.BillMissing;

/**
 * What the same quarter hours and peaks would have cost under several contracts.
 *
 * @param meter its name
 * @param simulated true for a simulated household; absent otherwise
 * @param utility {@code electricity}, {@code gas} or {@code water}
 * @param zone of the times
 * @param from the beginning of what is compared
 * @param to its end
 * @param days on how many days
 * @param wholeYear whether it is a year, in which each season is once
 * @param currency {@code EUR}
 * @param words what it is and what it is not, as sentences
 * @param contracts the cheapest first; those without a total last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BillComparisonAnswer(
        String meter,
        Boolean simulated,
        String utility,
        String zone,
        OffsetDateTime from,
        OffsetDateTime to,
        int days,
        boolean wholeYear,
        String currency,
        List<String> words,
        List<ComparedContract> contracts) {
    public BillComparisonAnswer {
        words = List.copyOf(words);
        contracts = List.copyOf(contracts);
    }

    /**
     * One of them. Amounts are euro in whole cents with VAT, absent where something is not known, and add up to the total.
     *
     * @param contract its name; of those that hold, the names with {@code +} between them
     * @param holds true for what holds; absent for an offer
     * @param basis {@code agreed} for what holds, {@code past-prices} where a formula follows them, {@code todays-price} where a
     *     fixed price of today is laid over the past
     * @param total what is paid
     * @param energy of it the supplier's prices a kWh or m3
     * @param fees of it the supplier's fees
     * @param credits of it what the supplier gives once
     * @param gridAndLevies of it all that is nobody's choice
     * @param moreThanHolding how much more it is than what holds; negative: less; absent where one of both is not known
     * @param pricedShare the share of the days on which all was known
     * @param missing what was not
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ComparedContract(
            String contract,
            Boolean holds,
            String basis,
            BigDecimal total,
            BigDecimal energy,
            BigDecimal fees,
            BigDecimal credits,
            BigDecimal gridAndLevies,
            BigDecimal moreThanHolding,
            BigDecimal pricedShare,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<BillMissing> missing) {
        public ComparedContract {
            missing = List.copyOf(missing);
        }
    }
}
