package energy.sem.bridge.mqtt;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import energy.sem.base.LogLimit;
import energy.sem.bridge.history.History;
import energy.sem.bridge.history.HistoryAway;
import energy.sem.bridge.history.api.LatestAnswerJson;
import energy.sem.bridge.history.api.PeriodAnswerJson;
import energy.sem.bridge.live.LiveMeters;
import energy.sem.bridge.live.MeterState;
import energy.sem.bridge.value.PeriodTopic;

/**
 * What history makes of each meter, asked on a thread of its own so that a history that hangs holds up nothing: the newest
 * reading as often as the state is published, days, months and years now and then. Thread-safe.
 */
@Singleton
class Figures {
    private static final Logger LOG = Logger.getLogger(Figures.class);
    /** After a history that did not answer. */
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final History history;
    private final LiveMeters meters;
    private final MqttSettings settings;
    private final Clock clock;
    private final LogLimit complaints;
    private final Map<String, LatestAnswerJson> latest = new ConcurrentHashMap<>();
    private final Map<String, Map<PeriodTopic, PeriodAnswerJson>> periods = new ConcurrentHashMap<>();
    /** By meter and period: when it was asked for. */
    private final Map<String, Instant> askedAt = new ConcurrentHashMap<>();

    private volatile Instant notBefore = Instant.MIN;
    private ScheduledExecutorService thread;

    Figures(History history, LiveMeters meters, MqttSettings settings, Clock clock) {
        this.history = history;
        this.meters = meters;
        this.settings = settings;
        this.clock = clock;
        complaints = new LogLimit(clock);
    }

    /** Begins to ask; {@code news} is told which meter has a new answer of which period. */
    void open(BiConsumer<String, PeriodTopic> news) {
        thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread made = new Thread(work, "figures");
            made.setDaemon(true);
            return made;
        });
        var unused = thread.scheduleWithFixedDelay(
                () -> ask(news), 0, settings.every().toMillis(), TimeUnit.MILLISECONDS);
    }

    void close() {
        if (thread != null) {
            thread.shutdownNow();
        }
    }

    /** The newest answer about a meter; empty while there is none. */
    Optional<LatestAnswerJson> latest(String meter) {
        return Optional.ofNullable(latest.get(meter));
    }

    /** The newest answer about a period of a meter that is not over; empty while there is none. */
    Optional<PeriodAnswerJson> period(String meter, PeriodTopic topic) {
        return Optional.ofNullable(periods.getOrDefault(meter, Map.of()).get(topic))
                .filter(each -> each.getTo() == null || each.getTo().toInstant().isAfter(clock.instant()));
    }

    private void ask(BiConsumer<String, PeriodTopic> news) {
        try {
            for (MeterState each : meters.all()) {
                Instant now = clock.instant();
                if (each.isFresh(now) && !now.isBefore(notBefore)) {
                    ask(each.meter(), now, news);
                }
            }
        } catch (HistoryAway e) {
            notBefore = clock.instant().plus(PAUSE);
            latest.clear();
            complaints.warn(LOG, "away", () -> e.getMessage() + "; peaks and costs are not published meanwhile");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            complaints.warn(LOG, "failed", () -> "history's answer cannot be used: " + e);
        }
    }

    private void ask(String meter, Instant now, BiConsumer<String, PeriodTopic> news)
            throws HistoryAway, InterruptedException {
        latest.put(meter, history.latest(meter));
        for (PeriodTopic each : PeriodTopic.values()) {
            String what = meter + " " + each;
            if (!now.isBefore(askedAt.getOrDefault(what, Instant.EPOCH).plus(each.every()))) {
                PeriodAnswerJson answer = history.running(meter, each.period());
                periods.computeIfAbsent(meter, unused -> new ConcurrentHashMap<>())
                        .put(each, answer);
                askedAt.put(what, now);
                news.accept(meter, each);
            }
        }
    }
}
