package energy.sem.display;

import java.io.IOException;
import java.time.Clock;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;

import energy.sem.display.history.InventedHome;
import energy.sem.display.history.StandInHistory;
import energy.sem.tests.EndContract;

import static energy.sem.tests.Waiting.await;

/** A picture whose figures come late is given before the feed ends. */
class EndIT extends EndContract {
    private static final String LATE = "offset=-9";

    private StandInHistory history;

    @Override
    protected Map<String, String> environment() throws IOException {
        history = new StandInHistory(new InventedHome(Clock.systemUTC()::instant)) {
            @Override
            public void answered(String address) {
                if (address.contains(LATE)) {
                    try {
                        waitForEnd();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }
            }
        };
        return Map.of("SEM_HISTORY_URL", history.uri().toString());
    }

    @AfterEach
    void close() {
        history.close();
    }

    @Override
    protected void awaitAble() {
        await().ignoreExceptions()
                .until(() -> get("/display/month/0.png?w=800&h=480").startsWith("HTTP/1.1 200"));
    }

    @Override
    protected String begin() {
        return "GET /display/month/-9.png?w=800&h=480 HTTP/1.1\r\nHost: localhost\r\n\r\n";
    }

    /** The picture, or that it could not be had for so long. */
    @Override
    protected String answer() {
        return "HTTP/1.1 ";
    }
}
