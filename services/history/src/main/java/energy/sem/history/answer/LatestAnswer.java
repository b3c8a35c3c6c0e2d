package energy.sem.history.answer;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The newest reading of a meter: the answer of {@code /latest} and each event of {@code /live}.
 *
 * @param meter its name
 * @param simulated true for a simulated household; absent otherwise
 * @param at the instant of the reading
 * @param ageSeconds how long ago that is, at least 0
 * @param stale older than max(15 min, 3 x the meter's usual interval)
 * @param tariff the running tariff's number
 * @param importKw power from the grid
 * @param exportKw power to the grid
 * @param registers of the electricity meter
 * @param phases one entry for each phase the meter speaks of
 * @param quarter the running quarter hour; absent when the reading is not of the running one or has no power
 * @param monthPeak the highest quarter hour of the running month so far
 * @param devices the last value of each M-Bus device
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LatestAnswer(
        String meter,
        Boolean simulated,
        OffsetDateTime at,
        long ageSeconds,
        boolean stale,
        Integer tariff,
        BigDecimal importKw,
        BigDecimal exportKw,
        Registers registers,
        List<Phase> phases,
        Quarter quarter,
        MonthPeak monthPeak,
        List<Device> devices) {

    public LatestAnswer {
        phases = List.copyOf(phases);
        devices = List.copyOf(devices);
    }

    /**
     * What the display of the electricity meter shows, kWh.
     *
     * @param serial of the meter
     * @param energy {@code importT1Kwh} and so on, the meter's own total where it sends one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "MeterRegisters")
    public record Registers(String serial, Map<String, BigDecimal> energy) {
        @JsonAnyGetter
        @Override
        public Map<String, BigDecimal> energy() {
            return energy;
        }
    }

    /**
     * One phase.
     *
     * @param phase 1, 2 or 3
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Phase(
            int phase, BigDecimal voltageV, BigDecimal currentA, BigDecimal importKw, BigDecimal exportKw) {}

    /**
     * The running quarter hour of the capacity tariff.
     *
     * @param demandKw its energy so far, as if nothing more came: kWh x 4
     * @param projectedKw what it ends at when the present power stays
     * @param limitKw what it may end at without costing anything more: the month peak so far, at least 2.5
     * @param freeKw the power that may be switched on now, until {@code endsAt}, without passing {@code limitKw}; 0 when
     *     the present power already does; at most what the connection has left
     *     ({@code sem.meters.<name>.connection} and the limits that the meter states)
     * @param freeAfterKw the power that may be added from {@code endsAt} on, for as long as the present power stays: what
     *     counts for anything that runs longer
     * @param startsAt its start
     * @param endsAt its end
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Quarter(
            BigDecimal demandKw,
            BigDecimal projectedKw,
            BigDecimal limitKw,
            BigDecimal freeKw,
            BigDecimal freeAfterKw,
            OffsetDateTime startsAt,
            OffsetDateTime endsAt) {}

    /**
     * The highest quarter hour of a month.
     *
     * @param kw its demand
     * @param at as the meter states it (the end of the quarter hour), or the start of the computed one
     * @param peakFrom the start of its quarter hour
     * @param peakTo the end of its quarter hour
     * @param source {@code meter} or {@code computed}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MonthPeak(
            BigDecimal kw, OffsetDateTime at, OffsetDateTime peakFrom, OffsetDateTime peakTo, String source) {}

    /**
     * The last value of an M-Bus device.
     *
     * @param kind {@code gas}, {@code water}, {@code heat}, {@code submeter} or {@code other}
     * @param serial its number
     * @param m3 gas or water
     * @param gj heat
     * @param kwh a further electricity meter
     * @param at when the device was read
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "LatestDevice")
    public record Device(String kind, String serial, BigDecimal m3, BigDecimal gj, BigDecimal kwh, OffsetDateTime at) {}
}
