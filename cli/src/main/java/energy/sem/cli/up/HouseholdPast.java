package energy.sem.cli.up;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import energy.sem.cli.StartFailure;
import energy.sem.cli.feed.SimulatedMeter;
import energy.sem.cli.process.RunningService;
import energy.sem.cli.process.Service;
import energy.sem.cli.screen.Screen;

/** The past of a simulated household, sent through the gateway, Kafka and ingest as far as it is not there yet. */
final class HouseholdPast {
    private static final Duration STORED_PATIENCE = Duration.ofMinutes(5);

    private final HttpClient http;
    private final Map<Service, RunningService> services;
    private final Started started;
    private final Screen screen;
    private final HistoryApi history;

    HouseholdPast(HttpClient http, Map<Service, RunningService> services, Started started, Screen screen) {
        this.http = http;
        this.services = services;
        this.started = started;
        this.screen = screen;
        this.history = new HistoryApi(http, services.get(Service.HISTORY).base());
    }

    /**
     * Sends what is missing and waits until history shows it.
     *
     * @param key the meter's
     * @throws StartFailure when it is not taken or not stored
     */
    void fill(SimulatedMeter meter, String key) throws InterruptedException {
        Instant now = Instant.now();
        Instant first = meter.firstMissing(history.lastReadingAt(meter.name()), now);
        long telegrams = SimulatedMeter.edges(first, now);
        if (telegrams == 0) {
            return;
        }
        screen.line("The simulated household's past, " + telegrams
                + " quarter hours, goes through the gateway, Kafka and" + " ingest:");
        try (Screen.Progress progress = screen.progress(meter.name(), telegrams)) {
            meter.pushHistory(http, services.get(Service.GATEWAY).base(), key, first, now, progress::step);
        }
        awaitStored(meter, SimulatedMeter.lastEdge(now));
    }

    private void awaitStored(SimulatedMeter meter, Instant last) throws InterruptedException {
        Instant end = Instant.now().plus(STORED_PATIENCE);
        Instant stored = history.lastReadingAt(meter.name());
        while (stored == null || stored.isBefore(last)) {
            started.requireAlive();
            if (Instant.now().isAfter(end)) {
                throw new StartFailure("history shows readings of " + meter.name() + " until " + stored
                        + " and not until " + last + ". The end of ingest's log:\n"
                        + services.get(Service.INGEST).lastWords());
            }
            TimeUnit.MILLISECONDS.sleep(200);
            stored = history.lastReadingAt(meter.name());
        }
    }
}
