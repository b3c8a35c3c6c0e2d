package energy.sem.history.answer;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One period, or one range, of one meter. The buckets add up to the total and the total is the difference of the
 * registers, each to the Wh and the litre.
 *
 * @param meter its name
 * @param simulated true for a simulated household; absent otherwise
 * @param period {@code day}, {@code week}, {@code month} or {@code year}; absent for a range
 * @param offset 0 for the running period, −1 for the one before; absent for a range
 * @param zone the zone of the calendar and of all times here
 * @param from start of the period
 * @param to its end, not included
 * @param step of the buckets, ISO 8601
 * @param complete every active device has a reading at or after {@code to}
 * @param coverage the share of the elapsed seconds outside gaps (electricity); absent when nothing of it has elapsed
 * @param stale the meter's newest reading is too old for one that is running: max(15 min, 3 x its usual interval)
 * @param firstReadingAt the meter's first reading ever
 * @param lastReadingAt the meter's newest reading; with {@code until=last-quarter} only of a meter that is stale, since it
 *     changes with each reading
 * @param dataUntil the last full quarter hour of data within the period: what {@code previous.untilSamePoint} stops at
 * @param registers of each device at both ends
 * @param total of the whole period, as far as it is known
 * @param previous the period before; absent for a range
 * @param comparison this period and the one before up to the same point, and what changed; absent for a range and while no
 *     quarter hour of the period is full
 * @param buckets in order, without holes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PeriodAnswer(
        String meter,
        Boolean simulated,
        String period,
        Integer offset,
        String zone,
        OffsetDateTime from,
        OffsetDateTime to,
        String step,
        boolean complete,
        BigDecimal coverage,
        boolean stale,
        OffsetDateTime firstReadingAt,
        OffsetDateTime lastReadingAt,
        OffsetDateTime dataUntil,
        Registers registers,
        Amounts total,
        Previous previous,
        Comparison comparison,
        List<Bucket> buckets) {

    public PeriodAnswer {
        buckets = List.copyOf(buckets);
    }

    /** This range as a period of the calendar. */
    public PeriodAnswer asPeriod(String name, int ago, Previous before, Comparison compared) {
        return new PeriodAnswer(
                meter,
                simulated,
                name,
                ago,
                zone,
                from,
                to,
                step,
                complete,
                coverage,
                stale,
                firstReadingAt,
                lastReadingAt,
                dataUntil,
                registers,
                total,
                before,
                compared,
                buckets);
    }

    /**
     * The registers that the total comes from: on paper, {@code to} minus {@code from} is the total.
     *
     * @param from one entry a device
     * @param to the same devices in the same order
     */
    @Schema(name = "EdgeRegisters")
    public record Registers(List<RegisterReading> from, List<RegisterReading> to) {
        public Registers {
            from = List.copyOf(from);
            to = List.copyOf(to);
        }
    }

    /**
     * The period before.
     *
     * @param from its start
     * @param to its end, not included
     * @param registers of each device at both of its ends: what {@code total} comes from
     * @param total the whole of it
     * @param point the same local point of it as {@code dataUntil} is of this one; absent without data
     * @param registersAtPoint at that point, of each device that counted before it: with {@code registers.from} of the
     *     same serial, what {@code untilSamePoint} comes from
     * @param untilSamePoint from its start to that point
     * @param coverage the share of its seconds until that point outside gaps (electricity)
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Previous(
            OffsetDateTime from,
            OffsetDateTime to,
            Registers registers,
            Amounts total,
            OffsetDateTime point,
            List<RegisterReading> registersAtPoint,
            Amounts untilSamePoint,
            BigDecimal coverage) {

        public Previous {
            registersAtPoint = registersAtPoint == null ? null : List.copyOf(registersAtPoint);
        }
    }
}
