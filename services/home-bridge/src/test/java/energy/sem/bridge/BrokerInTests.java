package energy.sem.bridge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import org.opentest4j.TestAbortedException;

import energy.sem.local.test.Mosquitto;

/**
 * Gives the service under test a real Mosquitto, whose user may do no more than docs/home-assistant.md says, a password in a
 * file, a history and a folder.
 */
public final class BrokerInTests implements QuarkusTestResourceLifecycleManager {
    static final String PASSWORD = "right-and-secret";
    static final String WATCHER = "watcher";

    private static Mosquitto broker;
    private static String missing;
    private StandInHistory history;

    /** The broker; without one the test is skipped. */
    static Mosquitto broker() {
        if (missing != null) {
            throw new TestAbortedException(missing);
        }
        return broker;
    }

    @Override
    public Map<String, String> start() {
        try {
            Path folder = Files.createTempDirectory("sem-bridge");
            history = new StandInHistory();
            broker = Mosquitto.orSkip()
                    .withUser("sem", PASSWORD)
                    .withUser(WATCHER, WATCHER)
                    .withAccessList(
                            "user sem",
                            "topic readwrite sem/#",
                            "topic write homeassistant/#",
                            "topic read homeassistant/status",
                            "topic write dsmr/#",
                            "user " + WATCHER,
                            "topic readwrite #")
                    .start();
            return Map.of(
                    "sem.mqtt.url",
                    broker.address() + "?user=sem",
                    "sem.mqtt.password",
                    "@" + Files.writeString(folder.resolve("password"), PASSWORD + "\n"),
                    "sem.mqtt.every",
                    "PT1S",
                    "sem.mqtt.dsmr-reader",
                    "home",
                    "sem.bridge.folder",
                    folder.resolve("bridge").toString(),
                    "sem.history.url",
                    history.url());
        } catch (TestAbortedException e) {
            missing = e.getMessage();
            return Map.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        if (broker != null) {
            broker.close();
        }
        if (history != null) {
            history.close();
        }
    }
}
