package energy.sem.bridge.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import energy.sem.base.LogLimit;
import energy.sem.base.MeterLog;
import energy.sem.event.Occurrence;
import energy.sem.event.PlausiblePart;
import energy.sem.event.TelegramEvent;

/**
 * The newest state of each meter. Only what has just been read counts: a past that is replayed or comes late from a backlog
 * changes nothing here and is told nobody. Thread-safe, but for {@link #offer}, {@link #forget} and {@link #tell}, which one thread calls.
 */
@Singleton
public class LiveMeters {
    private static final Logger LOG = Logger.getLogger(LiveMeters.class);

    private final Map<String, MeterState> byName = new ConcurrentSkipListMap<>();
    /** Of each meter the newest state, where listeners do not know it yet. */
    private final Map<String, MeterState> untold = new LinkedHashMap<>();

    /** When meters were removed. */
    private final Map<String, Instant> removedAt = new ConcurrentHashMap<>();

    private final List<MeterListener> listeners = new CopyOnWriteArrayList<>();
    private final Clock clock;
    private final LogLimit passedOver;

    LiveMeters(Clock clock) {
        this.clock = clock;
        passedOver = new LogLimit(clock);
    }

    /** What a meter said last, however long ago; empty while it has said nothing since the start. */
    public Optional<MeterState> of(String meter) {
        return Optional.ofNullable(byName.get(meter));
    }

    /** All meters that have said anything, by name. */
    public Collection<MeterState> all() {
        return List.copyOf(byName.values());
    }

    /** Tells each new reading from now on. */
    public void listen(MeterListener listener) {
        listeners.add(listener);
    }

    /** Takes the next event of Kafka, in its order within a meter; listeners are told by {@link #tell}. */
    void offer(TelegramEvent event) {
        Instant now = clock.instant();
        if (!MeterState.isOfNow(event, now)) {
            if (event.receivedAt() != null && event.receivedAt().isAfter(now.minus(MeterState.YOUNG))) {
                sayOld(event, now);
            }
            return;
        }
        if (!wasRemovedSince(event)) {
            PlausiblePart.of(event).ifPresent(part -> take(part, now));
        }
    }

    /** A meter was removed then: what was received before, and may still come, is of none. */
    void forget(String meter, Instant when) {
        removedAt.put(meter, when);
        MeterState known = byName.get(meter);
        if (known != null && wasRemovedSince(known.event())) {
            byName.remove(meter);
            untold.remove(meter);
        }
    }

    private boolean wasRemovedSince(TelegramEvent event) {
        Instant removed = removedAt.get(event.meter());
        Instant received = event.receivedAt() == null ? event.at() : event.receivedAt();
        return removed != null && !received.isAfter(removed);
    }

    private void take(TelegramEvent event, Instant now) {
        MeterState old = byName.get(event.meter());
        if (old != null && !event.at().isAfter(old.event().at())) {
            return;
        }
        Duration interval = old == null ? null : Duration.between(old.event().at(), event.at());
        MeterState passedBy = untold.remove(event.meter());
        MeterState newest = new MeterState(
                passedBy == null ? event : event.with(both(passedBy.event(), event)), heardAt(event, now), interval);
        byName.put(event.meter(), newest);
        untold.put(event.meter(), newest);
    }

    /** Tells listeners the newest state of each meter that has said something since the last call. */
    void tell() {
        List<MeterState> states = List.copyOf(untold.values());
        untold.clear();
        states.forEach(state -> listeners.forEach(each -> each.heard(state)));
    }

    /** Whether there is anything to tell. */
    boolean hasNews() {
        return !untold.isEmpty();
    }

    /** After a start, and after a broker that was away, an event comes here long after the meter has said it. */
    private static Instant heardAt(TelegramEvent event, Instant now) {
        Instant received = event.receivedAt();
        return received == null || received.isAfter(now) ? now : received;
    }

    /** An occurrence is said once: who is not told one event is told its occurrences with the next. */
    private static List<Occurrence> both(TelegramEvent old, TelegramEvent event) {
        Set<Occurrence> all = new LinkedHashSet<>(old.occurrences());
        all.removeAll(event.occurrences());
        all.addAll(event.occurrences());
        return List.copyOf(all);
    }

    private void sayOld(TelegramEvent event, Instant now) {
        MeterLog.about(
                event.meter(),
                () -> passedOver.warn(
                        LOG,
                        "old " + event.meter(),
                        () -> "readings of " + event.meter() + " that come now are of " + event.at() + ", "
                                + Duration.between(event.at(), now).toMinutes()
                                + " min ago by this computer's clock: a past, or a wrong clock (SEM_METERS_"
                                + event.meter().toUpperCase(java.util.Locale.ROOT)
                                + "_TIME=arrival helps); they are not passed on as new"));
    }
}
