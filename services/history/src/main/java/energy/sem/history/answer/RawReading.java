package energy.sem.history.answer;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One raw reading of one device: a line of {@code /readings}.
 *
 * @param at the instant of the reading
 * @param kind {@code electricity}, {@code gas}, {@code water}, {@code heat}, {@code submeter} or {@code other}
 * @param serial of the device
 * @param tariff the running tariff's number
 * @param importKw power from the grid
 * @param exportKw power to the grid
 * @param energy as on the meter's display, {@code importT1Kwh} and so on, the meter's own total where it sends one
 * @param phases one entry for each phase the meter speaks of; absent when it speaks of none
 * @param m3 gas or water
 * @param gj heat
 * @param kwh a further electricity meter
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RawReading(
        OffsetDateTime at,
        String kind,
        String serial,
        Integer tariff,
        BigDecimal importKw,
        BigDecimal exportKw,
        Map<String, BigDecimal> energy,
        List<LatestAnswer.Phase> phases,
        BigDecimal m3,
        BigDecimal gj,
        BigDecimal kwh) {

    public RawReading {
        phases = List.copyOf(phases);
    }

    @JsonAnyGetter
    @Override
    public Map<String, BigDecimal> energy() {
        return energy;
    }
}
