package energy.sem.display.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import energy.sem.display.history.StandInHistory;

/** Gives the service under test a history whose newest reading is always now. */
public class HistoryInTests implements QuarkusTestResourceLifecycleManager {
    private StandInHistory history;

    @Override
    public Map<String, String> start() {
        try {
            history = StandInHistory.of(Clock.systemUTC()::instant);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of("sem.history.url", history.uri().toString(), "quarkus.http.test-port", "0");
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(history, new TestInjector.MatchesType(StandInHistory.class));
    }

    @Override
    public void stop() {
        history.close();
    }
}
