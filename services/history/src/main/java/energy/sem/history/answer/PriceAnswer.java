package energy.sem.history.answer;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

import energy.sem.history.answer.BillAnswer.BillMissing;
import energy.sem.history.answer.PricesAnswer.PriceSource;
import energy.sem.history.answer.PricesAnswer.SourceFault;

/**
 * What a kWh costs a home by quarter hour, today and tomorrow: everything in it that depends on when it flows, with VAT.
 *
 * @param meter its name
 * @param simulated true for a simulated household; absent otherwise
 * @param zone of the times
 * @param contracts whose prices these are
 * @param unit of the prices: {@code EUR/kWh}
 * @param current the running quarter hour; absent when its price is not known
 * @param next the one after it; absent when its price is not known
 * @param cheapest the four cheapest quarter hours from now on, in order of their price
 * @param stretch the cheapest hours in a row from now on; absent when so many are not known in a row
 * @param prices of today and tomorrow, known ones only, in order of time
 * @param sources of the day-ahead prices in them
 * @param faults why sources gave no day-ahead prices of these days when they were asked last; absent where none failed
 * @param missing what of these days is not known; absent where all is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PriceAnswer(
        String meter,
        Boolean simulated,
        String zone,
        List<String> contracts,
        String unit,
        QuarterCost current,
        QuarterCost next,
        List<QuarterCost> cheapest,
        Stretch stretch,
        List<QuarterCost> prices,
        List<PriceSource> sources,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<SourceFault> faults,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<BillMissing> missing) {
    /** The unit of prices. */
    public static final String UNIT = "EUR/kWh";

    public PriceAnswer {
        contracts = List.copyOf(contracts);
        cheapest = List.copyOf(cheapest);
        prices = List.copyOf(prices);
        sources = List.copyOf(sources);
        faults = List.copyOf(faults);
        missing = List.copyOf(missing);
    }

    /**
     * A quarter hour.
     *
     * @param from its start
     * @param to its end
     * @param importEurKwh what a kWh from the grid costs, at most six decimals; negative: it earns; absent when it is not known
     * @param exportEurKwh what a kWh to the grid earns; negative: it costs; absent when it is not known or no line is for it
     * @param marks {@code provisional}, {@code assumed}, {@code share}; absent when both are final
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record QuarterCost(
            OffsetDateTime from,
            OffsetDateTime to,
            BigDecimal importEurKwh,
            BigDecimal exportEurKwh,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> marks) {
        public QuarterCost {
            marks = List.copyOf(marks);
        }
    }

    /**
     * The best time for something that runs some hours.
     *
     * @param hours how long
     * @param kwh what it takes, evenly
     * @param from when to begin
     * @param to when it ends
     * @param eur what it costs then
     * @param nowEur what it costs when it begins with the running quarter hour; absent when that is not known
     * @param lessThanNowEur how much less that is; absent as {@code nowEur}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Stretch(
            BigDecimal hours,
            BigDecimal kwh,
            OffsetDateTime from,
            OffsetDateTime to,
            BigDecimal eur,
            BigDecimal nowEur,
            BigDecimal lessThanNowEur) {}

    /**
     * A quarter hour as evcc's custom tariff reads it.
     *
     * @param start its start, UTC
     * @param end its end, UTC
     * @param value EUR/kWh
     */
    public record Rate(String start, String end, BigDecimal value) {}
}
