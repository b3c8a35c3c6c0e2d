package energy.sem.gateway.health;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import energy.sem.gateway.backlog.Waiting;
import energy.sem.gateway.clock.ClockState;
import energy.sem.gateway.meter.Meter;

/**
 * How a meter is: the answer of {@code GET /api/v1/meters} and the record on {@code sem.meters}.
 *
 * @param meter its name
 * @param source where its telegrams come from, as configured
 * @param state a word: receiving, waiting, silent, bad-telegrams, unknown-checksum, encrypted, disconnected, ended, elsewhere
 * @param diagnosis a sentence: how it is and what is probably wrong
 * @param since from when the counts count: the gateway's start
 * @param lastTelegramAt when the last valid telegram arrived
 * @param lastTelegramAgeSeconds how long ago that was
 * @param intervalSeconds time between the last telegrams, three decimals
 * @param clockOffsetSeconds how far the meter's clock is ahead; absent until telegrams of half a minute agree on it, as
 *     those of a meter that speaks now do and old ones do not, or the clock is found to be off
 * @param time whose clock the last telegram's time is of: {@code meter} or {@code arrival}
 * @param clock what is wrong with the meter's clock or this computer's: {@code never-set}, {@code off}, {@code looked-at} (it
 *     seems off, and telegrams wait until that is sure), {@code meter-chosen} (off, and used all the same),
 *     {@code computer-off}, {@code computer-has-no-time}; absent when nothing is
 * @param totalsAgree false when the meter's total is not the sum of its tariffs; absent when it has not both
 * @param dialect of the last telegram
 * @param p1Version of the last telegram
 * @param simulated whether the last telegram was a simulated household's
 * @param checksum by which its telegrams are checked: CRC-16/ARC, or what this meter sends instead; absent until it is known
 * @param notUnderstood the codes of objects of the last telegram that SEM knows and could not read; absent when there is none
 * @param counts by outcome: valid, safe, notSafe, thinned (left out by publish-every); rejected for crc (crcOfWhole of them
 *     have nothing but their checksum against them), truncated, oversize, format, encrypted; valid but implausible,
 *     repaired, otherChecksum
 * @param backlog what waits on the gateway's disk because Kafka could not take it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "MeterReport",
        requiredProperties = {"meter", "source", "state", "diagnosis", "since", "counts", "backlog"})
public record MeterReport(
        String meter,
        String source,
        @Schema(
                        enumeration = {
                            "receiving",
                            "waiting",
                            "silent",
                            "bad-telegrams",
                            "unknown-checksum",
                            "encrypted",
                            "disconnected",
                            "ended",
                            "elsewhere"
                        })
                String state,
        String diagnosis,
        Instant since,
        Instant lastTelegramAt,
        Long lastTelegramAgeSeconds,
        Double intervalSeconds,
        Long clockOffsetSeconds,
        @Schema(enumeration = {"meter", "arrival"}) String time,
        @Schema(enumeration = {"meter-chosen", "never-set", "off", "looked-at", "computer-off", "computer-has-no-time"})
                String clock,
        Boolean totalsAgree,
        String dialect,
        String p1Version,
        Boolean simulated,
        String checksum,
        List<String> notUnderstood,
        Map<String, Long> counts,
        Waiting backlog) {

    /** The state of a meter that this gateway does not read because another one does. */
    public static final String ELSEWHERE = "elsewhere";

    /** The report on what was seen of the meter and what of it waits. */
    public static MeterReport of(Meter meter, MeterJournal.Seen seen, Waiting backlog, Instant now) {
        Diagnosis.Finding finding = Diagnosis.of(seen, meter, backlog, now);
        var event = seen.lastEvent();
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Outcome outcome : Outcome.values()) {
            counts.put(outcome.word(), seen.count(outcome));
        }
        return new MeterReport(
                meter.name(),
                meter.sourceUrl(),
                finding.state(),
                finding.words(),
                seen.startedAt().truncatedTo(ChronoUnit.SECONDS),
                seen.lastArrival(),
                seen.lastArrival() == null
                        ? null
                        : Duration.between(seen.lastArrival(), now).toSeconds(),
                seen.interval() == null ? null : seen.interval().toMillis() / 1000.0,
                seen.clockOffset() == null ? null : seen.clockOffset().toSeconds(),
                event == null ? null : seen.clock().condition().isByArrival() ? "arrival" : "meter",
                fault(seen.clock()),
                event == null ? null : Totals.agree(event, meter.transformers().wholeTimes()),
                event == null ? null : event.dialect(),
                event == null ? null : event.p1Version(),
                event == null ? null : event.simulated(),
                seen.manner().checksum(),
                seen.manner().notUnderstood().isEmpty() ? null : seen.manner().notUnderstood(),
                counts,
                backlog);
    }

    private static String fault(ClockState clock) {
        return switch (clock.condition()) {
            case BELIEVED, NO_STAMP, ARRIVAL_CHOSEN -> null;
            default -> clock.condition().word();
        };
    }
}
