package energy.sem.display.view;

import java.time.LocalDateTime;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What a kWh from the grid costs, where day-ahead prices are known; null means not known.
 *
 * @param now in the running quarter hour
 * @param cheapest in the cheapest {@link #CHEAPEST_HOURS} in a row that lie ahead
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Prices(Price now, Price cheapest) {
    /** How long what is run in the cheapest hours takes: a wash. */
    public static final int CHEAPEST_HOURS = 2;

    /** Nothing is known. */
    public static final Prices NONE = new Prices(null, null);

    /**
     * A price.
     *
     * @param from the beginning of its time, in the household's zone
     * @param to the end
     * @param milliEuroKwh thousandths of a euro a kWh, with all that depends on when it flows and with VAT; negative: it earns
     */
    public record Price(LocalDateTime from, LocalDateTime to, long milliEuroKwh) {}
}
