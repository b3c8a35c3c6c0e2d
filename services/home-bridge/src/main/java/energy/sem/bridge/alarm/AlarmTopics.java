package energy.sem.bridge.alarm;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import io.quarkus.arc.All;

import energy.sem.bridge.alarm.machine.AlarmKey;
import energy.sem.bridge.alarm.rule.AlarmRule;
import energy.sem.bridge.mqtt.Lasting;
import energy.sem.bridge.mqtt.Outlet;

/** Publishes whether each alarm that lasts is so, {@code sem/<meter>/alarm/<rule>}, {@code ON} or {@code OFF}, kept; when it changes. */
@Singleton
class AlarmTopics {
    private final Outlet outlet;
    private final AlarmSettings settings;
    private final Set<String> shown;
    private final Map<AlarmKey, String> said = new ConcurrentHashMap<>();

    AlarmTopics(Outlet outlet, AlarmSettings settings, @All List<AlarmRule> rules) {
        this.outlet = outlet;
        this.settings = settings;
        shown = rules.stream()
                .filter(each -> settings.isOn(each) && isShown(each))
                .map(AlarmRule::word)
                .collect(Collectors.toSet());
    }

    /** Of a meter that says nothing Home Assistant shows all as unavailable, so nobody would see it there. */
    static boolean isShown(AlarmRule rule) {
        return rule.lasts() && !rule.speaksInSilence();
    }

    /** The topic of a rule below the meter's. */
    static String topic(String rule) {
        return "alarm/" + rule;
    }

    void open() {
        // The broker may have lost them.
        outlet.onConnected(said::clear);
    }

    /** What is so now; what is there no longer is taken back. */
    void say(Map<AlarmKey, Boolean> seen) {
        if (!outlet.isOn() || !settings.isOnMqtt()) {
            return;
        }
        Map<AlarmKey, String> now = new TreeMap<>((one, other) -> one.text().compareTo(other.text()));
        said.keySet().forEach(each -> now.put(each, ""));
        seen.forEach((key, active) -> {
            if (shown.contains(key.rule())) {
                now.put(key, active ? "ON" : "OFF");
            }
        });
        now.forEach((key, text) -> {
            if (!text.equals(text.isEmpty() ? said.remove(key) : said.put(key, text))) {
                outlet.publish(
                        key.meter().isEmpty() ? Outlet.INSTALLATION : key.meter(),
                        topic(key.rule()),
                        text,
                        Lasting.KEPT);
            }
        });
    }
}
