package energy.sem.history.answer;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One raw reading of one device: a line of {@code /readings}.
 *
 * @param at the instant of the reading
 * @param kind {@code electricity}, {@code gas}, {@code water}, {@code heat}, {@code submeter} or {@code other}
 * @param serial of the device
 * @param tariff the running tariff: 1 or 2
 * @param importKw power from the grid
 * @param exportKw power to the grid
 * @param importT1Kwh as on the meter's display
 * @param importT2Kwh as on the meter's display
 * @param importKwh only of a meter without tariffs
 * @param exportT1Kwh as on the meter's display
 * @param exportT2Kwh as on the meter's display
 * @param exportKwh only of a meter without tariffs
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
        BigDecimal importT1Kwh,
        BigDecimal importT2Kwh,
        BigDecimal importKwh,
        BigDecimal exportT1Kwh,
        BigDecimal exportT2Kwh,
        BigDecimal exportKwh,
        List<LatestAnswer.Phase> phases,
        BigDecimal m3,
        BigDecimal gj,
        BigDecimal kwh) {

    public RawReading {
        phases = List.copyOf(phases);
    }
}
