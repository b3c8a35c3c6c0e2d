package energy.sem.history.answer;

import java.math.BigDecimal;
import java.time.OffsetDateTime;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One device's registers at an edge of the answer.
 *
 * @param serial of the device
 * @param kind {@code electricity}, {@code gas}, {@code water}, {@code heat}, {@code submeter} or {@code other}
 * @param at the instant they hold for: the edge, or the device's first or last reading when the edge lies outside them
 * @param estimated true when the instant lies in a gap; otherwise absent
 * @param importT1Kwh as on the meter's display
 * @param importT2Kwh as on the meter's display
 * @param importKwh only of a meter without tariffs
 * @param exportT1Kwh as on the meter's display
 * @param exportT2Kwh as on the meter's display
 * @param exportKwh only of a meter without tariffs
 * @param m3 gas or water
 * @param gj heat
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RegisterReading(
        String serial,
        String kind,
        OffsetDateTime at,
        Boolean estimated,
        BigDecimal importT1Kwh,
        BigDecimal importT2Kwh,
        BigDecimal importKwh,
        BigDecimal exportT1Kwh,
        BigDecimal exportT2Kwh,
        BigDecimal exportKwh,
        BigDecimal m3,
        BigDecimal gj) {}
