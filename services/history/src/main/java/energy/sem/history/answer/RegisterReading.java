package energy.sem.history.answer;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One device's registers at an edge of the answer.
 *
 * @param serial of the device
 * @param kind {@code electricity}, {@code gas}, {@code water}, {@code heat}, {@code submeter} or {@code other}
 * @param at the instant they hold for: the edge, or the device's first or last reading when the edge lies outside them
 * @param estimated true when the instant lies in a gap; otherwise absent
 * @param energy as on the meter's display, {@code importT1Kwh} and so on, the meter's own total where it sends one
 * @param m3 gas or water
 * @param gj heat
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RegisterReading(
        String serial,
        String kind,
        OffsetDateTime at,
        Boolean estimated,
        Map<String, BigDecimal> energy,
        BigDecimal m3,
        BigDecimal gj) {
    @JsonAnyGetter
    @Override
    public Map<String, BigDecimal> energy() {
        return energy;
    }
}
