package energy.sem.gateway.intake;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import energy.sem.event.Occurrence;
import energy.sem.event.TelegramEvent;
import energy.sem.event.TelegramEvents;
import energy.sem.gateway.clock.ClockMemory;
import energy.sem.gateway.clock.ClockState;
import energy.sem.gateway.clock.Incoming;
import energy.sem.gateway.clock.MeterClock;
import energy.sem.gateway.clock.Moment;
import energy.sem.gateway.clock.Timed;
import energy.sem.gateway.meter.Meter;
import energy.sem.p1.Judged;
import energy.sem.p1.P1Time;
import energy.sem.p1.Plausibility;
import energy.sem.p1.Verdict;

/**
 * Makes events of one meter's telegrams: gives them their times, judges them, counts in what the meter is connected by, and
 * leaves out what {@code publish-every} does. Not thread-safe.
 */
final class Making {
    private final Meter meter;
    private final Plausibility plausibility = new Plausibility();
    private final MeterClock clock;
    private final EventStream events;

    Making(Meter meter, ZoneId zone, ClockMemory memory) {
        this.meter = meter;
        this.clock = new MeterClock(meter.time(), zone, plausibility, memory);
        this.events = new EventStream(new TelegramEvents(meter.name(), meter.serial(), zone), meter.publishEvery());
    }

    /**
     * What a telegram gave.
     *
     * @param own its event, published or not
     * @param unpublished the same, when {@code publish-every} does not publish it now
     * @param published the events to publish now, in order
     * @param thinned how many telegrams, held back until now, are never published
     * @param refused whether it can be neither published nor kept
     */
    record Made(
            TelegramEvent own,
            Optional<TelegramEvent> unpublished,
            List<TelegramEvent> published,
            int thinned,
            boolean refused) {}

    /** Takes the next telegram; {@code following} are the stamps of those behind it in the same delivery. */
    @SuppressWarnings("ReferenceEquality") // this telegram, and not one like it
    Made take(Incoming in, List<P1Time> following) {
        List<EventStream.Made> made = new ArrayList<>(1);
        List<Timed> ready = new ArrayList<>(1);
        MeterClock.Taken taken = clock.take(in, following, timed -> {
            ready.add(timed);
            made.add(make(timed));
        });
        int last = ready.size() - 1;
        boolean given = last >= 0 && ready.get(last) == taken.own();
        return new Made(
                given ? made.get(last).event() : alone(taken.own()),
                given ? made.get(last).unpublished() : Optional.empty(),
                published(made),
                (int) made.stream().filter(EventStream.Made::leftOut).count(),
                taken.refused());
    }

    private static List<TelegramEvent> published(List<EventStream.Made> made) {
        List<TelegramEvent> published = new ArrayList<>(1);
        made.forEach(m -> published.addAll(m.published()));
        return published;
    }

    private TelegramEvent alone(Timed timed) {
        return events.alone(doubted(timed), timed.times(), timed.arrival());
    }

    private EventStream.Made make(Timed timed) {
        if (timed.doubt().isPresent()) {
            return events.take(doubted(timed), timed.times(), timed.arrival());
        }
        Judged judged = plausibility.judge(timed.telegram(), timed.times());
        Judged ofConnection =
                new Judged(meter.transformers().of(judged.telegram()), judged.leftOut(), judged.verdict());
        return events.take(ofConnection, timed.times(), timed.arrival());
    }

    private Judged doubted(Timed timed) {
        return new Judged(
                meter.transformers().of(timed.telegram()),
                List.of(),
                new Verdict(timed.doubt().stream().toList()));
    }

    /** What need wait no longer though no other telegram came. */
    List<TelegramEvent> due(Moment now) {
        List<TelegramEvent> due = new ArrayList<>(1);
        clock.due(now, timed -> due.addAll(make(timed).published()));
        events.overdue(now.wall()).ifPresent(due::add);
        return due;
    }

    /** All that is held back. */
    List<TelegramEvent> rest(Moment now) {
        List<TelegramEvent> rest = new ArrayList<>(1);
        clock.rest(now, timed -> rest.addAll(make(timed).published()));
        events.rest().ifPresent(rest::add);
        return rest;
    }

    /** Takes what was found without a telegram saying so; the next event carries it. */
    void note(Occurrence found) {
        events.note(found);
    }

    /** How the meter's clock is. */
    ClockState clock() {
        return clock.state();
    }
}
