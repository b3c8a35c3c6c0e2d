package energy.sem.gateway.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import energy.sem.event.Extremes;
import energy.sem.event.ExtremesSince;
import energy.sem.event.Occurrence;
import energy.sem.event.OccurrencesSince;
import energy.sem.event.TelegramEvent;
import energy.sem.event.TelegramEvents;
import energy.sem.p1.Finding;
import energy.sem.p1.Judged;
import energy.sem.p1.TelegramTimes;
import energy.sem.p1.Verdict;

/**
 * Makes the events of one meter's telegrams: one each, or with {@code publish-every} fewer, so that nothing that is asked
 * of them later changes. Published are then the first telegram of each interval and the last one before and the first
 * one at or after each quarter-hour edge; each event carries the extremes of all telegrams since the event before, and
 * what they said beside it. A telegram that cannot be true is always published, since it is evidence, and takes no part in
 * this. Not thread-safe.
 */
final class EventStream {
    private static final long QUARTER_SECONDS = 900;

    /** A telegram is held back no longer than this once its quarter hour is over. */
    static final Duration HELD_AFTER_QUARTER = Duration.ofSeconds(30);

    private final TelegramEvents events;
    private final ExtremesSince extremes = new ExtremesSince();
    private final OccurrencesSince occurrences = new OccurrencesSince();
    private final Optional<Duration> every;
    private Held held;
    private String serial;
    private long quarter = Long.MIN_VALUE;
    private long publishedInterval = Long.MIN_VALUE;

    /** @param every how seldom to publish, in whole seconds; empty for every telegram */
    EventStream(TelegramEvents events, Optional<Duration> every) {
        this.events = events;
        this.every = every;
    }

    /**
     * What a telegram gave.
     *
     * @param event its own event, published or not
     * @param published the events to publish now, in order
     * @param leftOut whether it takes the place of a telegram that was held back and is now never published
     */
    record Made(TelegramEvent event, List<TelegramEvent> published, boolean leftOut) {

        /** Its own event, when it is not published now. */
        Optional<TelegramEvent> unpublished() {
            return published.contains(event) ? Optional.empty() : Optional.of(event);
        }
    }

    private record Held(Judged judged, TelegramTimes times, Instant arrival) {
        Instant at() {
            return times.at();
        }

        String serial() {
            return judged.telegram().serial();
        }
    }

    /** Takes what was found without a telegram saying so; the next event carries it. */
    void note(Occurrence found) {
        occurrences.note(found);
    }

    /** Takes the next telegram. */
    Made take(Judged judged, TelegramTimes times, Instant arrival) {
        Held next = new Held(judged, times, arrival);
        Verdict verdict = judged.verdict();
        if (verdict.plausible(Finding.TELEGRAM)) {
            occurrences.add(events.occurrences(judged.telegram(), arrival, next.at()));
        }
        if (!verdict.plausible(Finding.ELECTRICITY) || !verdict.plausible(Finding.TELEGRAM)) {
            TelegramEvent event = event(next, null);
            if (verdict.plausible(Finding.TELEGRAM)) {
                event = event.with(occurrences.take(arrival));
            }
            return new Made(event, List.of(event), false);
        }
        if (every.isEmpty()) {
            count(next);
            TelegramEvent event = event(next, extremes.take()).with(occurrences.take(arrival));
            return new Made(event, List.of(event), false);
        }
        return thinned(next, every.get());
    }

    /** The event of a telegram that is not published. */
    TelegramEvent alone(Judged judged, TelegramTimes times, Instant arrival) {
        return events.event(judged, times, arrival, null);
    }

    private TelegramEvent event(Held of, Extremes since) {
        return events.event(of.judged, of.times, of.arrival, since);
    }

    private void count(Held next) {
        extremes.add(next.judged.telegram(), next.at(), next.judged.verdict());
    }

    private Made thinned(Held next, Duration interval) {
        List<TelegramEvent> published = new ArrayList<>(2);
        long quarterOfNext = Math.floorDiv(next.at().getEpochSecond(), QUARTER_SECONDS);
        long intervalOfNext = Math.floorDiv(next.at().getEpochSecond(), interval.toSeconds());
        // Another meter at the same port is an edge too: the last reading of the one and the first of the other count.
        boolean edge = quarterOfNext != quarter || !Objects.equals(next.serial(), serial);
        if (edge) {
            rest().ifPresent(published::add);
        }
        boolean leftOut = held != null;
        quarter = quarterOfNext;
        serial = next.serial();
        count(next);
        if (edge || intervalOfNext != publishedInterval) {
            publishedInterval = intervalOfNext;
            held = next;
            TelegramEvent event = rest().orElseThrow();
            published.add(event);
            return new Made(event, published, leftOut);
        }
        held = next;
        return new Made(event(next, null), published, leftOut);
    }

    /** The telegram that is held back, when its quarter hour is over and no other has come since. */
    Optional<TelegramEvent> overdue(Instant now) {
        if (held == null) {
            return Optional.empty();
        }
        Instant quarterEnds = Instant.ofEpochSecond((quarter + 1) * QUARTER_SECONDS);
        Instant latest = quarterEnds.isAfter(held.arrival) ? quarterEnds : held.arrival;
        return now.isBefore(latest.plus(HELD_AFTER_QUARTER)) ? Optional.empty() : rest();
    }

    /** The telegram that is held back, whatever the time is. */
    Optional<TelegramEvent> rest() {
        if (held == null) {
            return Optional.empty();
        }
        TelegramEvent event = event(held, extremes.take()).with(occurrences.take(held.arrival));
        held = null;
        return Optional.of(event);
    }
}
