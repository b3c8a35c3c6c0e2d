package energy.sem.history.answer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Day-ahead prices of an area.
 *
 * @param area such as {@code BE}
 * @param zone of the times
 * @param from the beginning of what was asked for
 * @param to its end
 * @param unit of the prices, which have no VAT, fee or levy in them
 * @param sources of these prices
 * @param prices in order of time; a quarter hour whose price is not known is left out
 * @param faults why sources gave no prices of these days when they were asked last; absent where none failed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PricesAnswer(
        String area,
        String zone,
        OffsetDateTime from,
        OffsetDateTime to,
        String unit,
        List<PriceSource> sources,
        List<QuarterPrice> prices,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<SourceFault> faults) {
    /** The unit of {@code eurMwh}. */
    public static final String UNIT = "EUR/MWh";

    public PricesAnswer {
        sources = List.copyOf(sources);
        prices = List.copyOf(prices);
        faults = List.copyOf(faults);
    }

    /**
     * Who said some of them.
     *
     * @param source its name
     * @param fetchedAt when it was last asked for any of these
     * @param terms under which it gives them, when it says so
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PriceSource(String source, OffsetDateTime fetchedAt, String terms) {}

    /**
     * A source that gave no prices, or not all, of a day when it was asked last.
     *
     * @param area such as {@code BE}
     * @param day the delivery day
     * @param source its name
     * @param at when it was asked
     * @param reason {@code not-yet}, {@code refused} or {@code wrong}
     * @param detail as a sentence, in English
     */
    public record SourceFault(
            String area, LocalDate day, String source, OffsetDateTime at, String reason, String detail) {}

    /**
     * A quarter hour.
     *
     * @param from its start
     * @param to its end
     * @param eurMwh the price, at most five decimals; may be negative
     * @param source who said it
     */
    public record QuarterPrice(OffsetDateTime from, OffsetDateTime to, BigDecimal eurMwh, String source) {}
}
