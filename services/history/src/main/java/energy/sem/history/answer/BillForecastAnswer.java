package energy.sem.history.answer;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

import energy.sem.history.answer.BillAnswer.BillMissing;

/**
 * What the running month or year will cost.
 *
 * @param meter its name
 * @param simulated true for a simulated household; absent otherwise
 * @param period {@code month} or {@code year}
 * @param zone of the times
 * @param from its beginning
 * @param to its end
 * @param until up to where it is exact
 * @param contract the one that was asked for; absent for those that hold
 * @param contracts whose prices these are
 * @param currency {@code EUR}
 * @param soFar what it costs up to {@code until}; absent when something in it is not known
 * @param total what it will cost; absent when something in it, also of the days to come, is not known
 * @param low with {@code high} the range in which it probably ends; absent as {@code total}
 * @param high the other end of it
 * @param like what the days to come are like: {@code last-weeks} or {@code last-year}
 * @param range where low and high come from: {@code past-errors} or {@code weeks}
 * @param pastErrors on how many earlier months the method was tried; absent where none
 * @param words how it was made and what it cannot know, as sentences
 * @param missing what is not known; absent where all is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BillForecastAnswer(
        String meter,
        Boolean simulated,
        String period,
        String zone,
        OffsetDateTime from,
        OffsetDateTime to,
        OffsetDateTime until,
        String contract,
        List<String> contracts,
        String currency,
        BigDecimal soFar,
        BigDecimal total,
        BigDecimal low,
        BigDecimal high,
        String like,
        String range,
        Integer pastErrors,
        List<String> words,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<BillMissing> missing) {
    public BillForecastAnswer {
        contracts = List.copyOf(contracts);
        words = List.copyOf(words);
        missing = List.copyOf(missing);
    }
}
