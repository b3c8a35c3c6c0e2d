package energy.sem.gateway.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import energy.sem.event.TelegramEvent;
import energy.sem.gateway.clock.ClockState;

/** What has been seen of one meter since the gateway started. Thread-safe. */
public final class MeterJournal {
    /** How many of the last telegrams and rejected frames the diagnosis looks at. */
    static final int RECENT = 20;

    private static final Duration AT_ONCE = Duration.ofMillis(250);

    private final Clock clock;
    private final Instant startedAt;
    private final Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
    private final Deque<Outcome> recent = new ArrayDeque<>();
    private final Deque<Instant> arrivals = new ArrayDeque<>();
    private final ClockOffset clockOffset = new ClockOffset();
    private ClockState clockState = ClockState.BELIEVED;
    private Manner manner = Manner.UNKNOWN;
    private LineState line;
    private String lineWords;
    private Instant lineSince;
    private TelegramEvent lastEvent;
    private byte[] lastTelegram;
    private Instant lastArrival;

    public MeterJournal(Clock clock, LineState line) {
        this.clock = clock;
        this.startedAt = clock.instant();
        this.line = line;
        this.lineSince = startedAt;
        for (Outcome outcome : Outcome.values()) {
            counts.put(outcome, 0L);
        }
    }

    /**
     * Notes a valid telegram.
     *
     * @param event what it became
     * @param bytes as it came, of a source that sends telegrams; kept, not copied
     * @param state how its clock is
     */
    public synchronized void telegram(TelegramEvent event, Optional<byte[]> bytes, ClockState state) {
        increment(Outcome.VALID);
        if (event.crc() == TelegramEvent.Crc.REPAIRED) {
            increment(Outcome.REPAIRED);
        }
        if (!event.verdict().plausible() || !event.leftOut().isEmpty()) {
            increment(Outcome.IMPLAUSIBLE);
        }
        remember(recent, Outcome.VALID);
        arrived(event.receivedAt());
        clockOffset.add(event);
        clockState = state;
        lastEvent = event;
        lastTelegram = bytes.orElse(lastTelegram);
        lastArrival = event.receivedAt();
    }

    // What came in one push or after one pause came at one time.
    private void arrived(Instant at) {
        if (arrivals.isEmpty() || !at.isBefore(arrivals.getLast().plus(AT_ONCE))) {
            remember(arrivals, at);
        }
    }

    /** Notes that {@code publish-every} left a valid telegram out. */
    public synchronized void thinned() {
        increment(Outcome.THINNED);
    }

    /** Notes how the valid telegram was written that was noted last. */
    public synchronized void written(Manner manner) {
        if (manner.hasOtherChecksum()) {
            increment(Outcome.OTHER_CHECKSUM);
        }
        this.manner = manner;
    }

    /**
     * Notes a rejected frame.
     *
     * @param whole whether nothing but its checksum speaks against it
     */
    public synchronized void rejected(Outcome cause, boolean whole) {
        increment(cause);
        if (whole) {
            increment(Outcome.CRC_OF_WHOLE);
        }
        remember(recent, whole ? Outcome.CRC_OF_WHOLE : cause);
    }

    /** Notes that a valid telegram was made safe, or was not. */
    public synchronized void kept(boolean safe) {
        increment(safe ? Outcome.SAFE : Outcome.NOT_SAFE);
    }

    /**
     * Notes how the source is.
     *
     * @param words for people: what is wrong, or {@code null}
     */
    public synchronized void line(LineState state, String words) {
        if (line != state) {
            lineSince = clock.instant();
            if (line == LineState.ELSEWHERE) {
                forgetLast();
            }
        }
        line = state;
        lineWords = words;
    }

    // What came before another gateway read the meter says nothing of how it is now.
    private void forgetLast() {
        recent.clear();
        arrivals.clear();
        lastArrival = null;
    }

    /** Where the meter is not read here: why, in words for people. */
    public synchronized Optional<String> elsewhere() {
        return line == LineState.ELSEWHERE ? Optional.of(lineWords) : Optional.empty();
    }

    /** The last valid telegram's bytes, from {@code /} to the last character behind {@code !}. */
    public synchronized Optional<byte[]> lastTelegram() {
        return Optional.ofNullable(lastTelegram).map(byte[]::clone);
    }

    /** How many telegrams or rejected frames had this outcome. */
    public synchronized long count(Outcome outcome) {
        return counts.get(outcome);
    }

    /** All of it at this moment. */
    public synchronized Seen seen() {
        return new Seen(
                startedAt,
                line,
                lineWords,
                lineSince,
                lastEvent,
                lastArrival,
                interval(),
                clockOffset(),
                clockState,
                manner,
                Map.copyOf(counts),
                List.copyOf(recent));
    }

    /** How far the meter's clock is ahead, or {@code null} while that cannot be told. */
    public synchronized Duration clockOffset() {
        return clockState.ahead() != null ? clockState.ahead() : clockOffset.agreed();
    }

    private Duration interval() {
        if (arrivals.size() < 2) {
            return null;
        }
        return Duration.between(arrivals.getFirst(), arrivals.getLast()).dividedBy(arrivals.size() - 1L);
    }

    private void increment(Outcome outcome) {
        counts.merge(outcome, 1L, Long::sum);
    }

    private static <T> void remember(Deque<T> all, T newest) {
        all.addLast(newest);
        if (all.size() > RECENT) {
            all.removeFirst();
        }
    }

    /**
     * What has been seen of a meter.
     *
     * @param startedAt since when
     * @param line how the source is
     * @param lineWords what is wrong with it, or {@code null}
     * @param lineSince since when it is so
     * @param lastEvent what the last valid telegram became, or {@code null}
     * @param lastArrival when the last valid telegram arrived, or {@code null}
     * @param interval between the last telegrams, or {@code null}
     * @param clockOffset how far the meter's clock is ahead, or {@code null} while that cannot be told
     * @param clock how it decides the time of readings
     * @param manner how the last telegram was written
     * @param counts of every outcome
     * @param recent the last telegrams and rejected frames, oldest first
     */
    public record Seen(
            Instant startedAt,
            LineState line,
            String lineWords,
            Instant lineSince,
            TelegramEvent lastEvent,
            Instant lastArrival,
            Duration interval,
            Duration clockOffset,
            ClockState clock,
            Manner manner,
            Map<Outcome, Long> counts,
            List<Outcome> recent) {

        /** How many telegrams or frames had this outcome. */
        public long count(Outcome outcome) {
            return counts.getOrDefault(outcome, 0L);
        }
    }
}
