package energy.sem.bridge.guard;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import energy.sem.base.LogLimit;
import energy.sem.bridge.history.GuardNow;
import energy.sem.bridge.history.History;
import energy.sem.bridge.history.HistoryAway;
import energy.sem.bridge.live.LiveMeters;
import energy.sem.bridge.live.MeterState;

/**
 * What history's guard allows each meter that is heard. There is one guard, in history, so that MQTT and REST say one number;
 * it is asked once a second where it is published, else each ten seconds. Thread-safe.
 */
@Singleton
public class Guards {
    private static final Logger LOG = Logger.getLogger(Guards.class);
    private static final Duration OLD = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final History history;
    private final LiveMeters meters;
    private final Clock clock;
    private final LogLimit complaints;
    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final List<BiConsumer<String, Optional<GuardNow>>> listeners = new CopyOnWriteArrayList<>();
    private volatile Instant notBefore = Instant.MIN;
    private ScheduledExecutorService thread;

    Guards(History history, LiveMeters meters, Clock clock) {
        this.history = history;
        this.meters = meters;
        this.clock = clock;
        complaints = new LogLimit(clock);
    }

    private record Known(GuardNow now, Instant at) {}

    /**
     * Begins to ask; a later call may make it more often.
     *
     * @param news is told each answer with the meter's name, and once when there is none any more
     */
    public synchronized void open(Duration every, BiConsumer<String, Optional<GuardNow>> news) {
        if (thread == null) {
            thread = Executors.newSingleThreadScheduledExecutor(work -> {
                Thread made = new Thread(work, "guard");
                made.setDaemon(true);
                return made;
            });
        }
        listeners.add(news);
        var unused = thread.scheduleWithFixedDelay(this::askAll, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Stops asking. */
    public synchronized void close() {
        if (thread != null) {
            thread.shutdownNow();
        }
    }

    /** The newest answer, at most half a minute old. */
    public Optional<GuardNow> of(String meter) {
        return Optional.ofNullable(known.get(meter))
                .filter(each -> each.at().isAfter(clock.instant().minus(OLD)))
                .map(Known::now);
    }

    private void askAll() {
        try {
            for (MeterState each : meters.all()) {
                Instant now = clock.instant();
                if (!each.isFresh(now)) {
                    forget(each.meter());
                } else if (each.electricity().isPresent() && !now.isBefore(notBefore)) {
                    ask(each.meter(), now);
                }
            }
        } catch (HistoryAway e) {
            notBefore = clock.instant().plus(PAUSE);
            complaints.warn(LOG, "away", () -> e.getMessage() + "; what the peak guard allows is not said meanwhile");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            complaints.warn(LOG, "guard", () -> "the peak guard was not asked: " + e);
        }
    }

    private void ask(String meter, Instant now) throws HistoryAway, InterruptedException {
        Optional<GuardNow> answer = history.guard(meter);
        if (answer.isPresent()) {
            known.put(meter, new Known(answer.get(), now));
            listeners.forEach(each -> each.accept(meter, answer));
        } else {
            forget(meter);
        }
    }

    private void forget(String meter) {
        if (known.remove(meter) != null) {
            listeners.forEach(each -> each.accept(meter, Optional.empty()));
        }
    }
}
