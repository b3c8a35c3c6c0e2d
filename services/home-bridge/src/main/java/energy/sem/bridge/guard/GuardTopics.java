package energy.sem.bridge.guard;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

import energy.sem.bridge.history.GuardNow;
import energy.sem.bridge.mqtt.Lasting;
import energy.sem.bridge.mqtt.Outlet;

/**
 * Publishes {@code sem/<meter>/guard/…}, each number as text, retained for 90 seconds: a number that is not said again is
 * gone, and one that is not known any more is taken back: then the limit that a charger has of its own holds. All four are said together, so that they are of one moment.
 */
@Singleton
class GuardTopics {
    /** As long as history's guard answers without a telegram. */
    static final Duration EXPIRY = Duration.ofSeconds(90);

    private static final Duration EVERY = Duration.ofSeconds(1);
    /** What has not changed is said again well before it expires. */
    private static final int AGAIN_AFTER = 10;

    static final String SECONDS_LEFT = "guard/secondsLeft";
    private static final List<String> TOPICS =
            List.copyOf(values(new GuardNow(1, 0, 0, 1)).keySet());

    private final Guards guards;
    private final Outlet outlet;
    private final Map<String, Said> said = new ConcurrentHashMap<>();

    GuardTopics(Guards guards, Outlet outlet) {
        this.guards = guards;
        this.outlet = outlet;
    }

    private record Said(GuardNow now, int times) {}

    void open(@Observes StartupEvent start) {
        if (outlet.isOn()) {
            // The broker may have lost them.
            outlet.onConnected(said::clear);
            guards.open(EVERY, this::publish);
        }
    }

    void close(@Observes ShutdownEvent stop) {
        guards.close();
    }

    private void publish(String meter, Optional<GuardNow> answer) {
        if (answer.isEmpty()) {
            said.remove(meter);
            TOPICS.forEach(topic -> outlet.publish(meter, topic, "", Lasting.KEPT));
            return;
        }
        GuardNow now = answer.get();
        Said before = said.get(meter);
        boolean same = before != null && before.now.saysSameAs(now) && before.times < AGAIN_AFTER;
        said.put(meter, new Said(now, same ? before.times + 1 : 0));
        values(now).forEach((topic, value) -> {
            if (!same || topic.equals(SECONDS_LEFT)) {
                outlet.publish(meter, topic, value, Lasting.of(EXPIRY));
            }
        });
    }

    /** The numbers by their topics below the meter's. */
    static Map<String, String> values(GuardNow now) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("guard/allowedImportW", String.valueOf(Math.max(1, now.allowedImportW())));
        values.put("guard/projectedW", String.valueOf(now.projectedW()));
        values.put("guard/targetW", String.valueOf(now.targetW()));
        values.put(SECONDS_LEFT, String.valueOf(now.secondsLeft()));
        return values;
    }
}
