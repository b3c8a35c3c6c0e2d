package energy.sem.bridge.alarm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

import energy.sem.bridge.alarm.channel.EventBody;
import energy.sem.bridge.alarm.machine.AlarmKey;
import energy.sem.bridge.alarm.machine.Notice.Kind;
import energy.sem.bridge.alarm.rule.AllRules;
import energy.sem.bridge.homeassistant.Entity;
import energy.sem.bridge.mqtt.Lasting;
import energy.sem.bridge.mqtt.Outlet;

import static org.assertj.core.api.Assertions.assertThat;

/** Alarms as Home Assistant sees them: what happens, and what is so. */
class AlarmTopicsTest {
    private static final AlarmKey LEAK = new AlarmKey("home", "water-leak", "");

    private final AlarmSettings settings = new AlarmSettings(new SmallRyeConfigBuilder().build());
    private final Published published = new Published();
    private final AlarmTopics topics = new AlarmTopics(published, settings, AllRules.inOrder());

    @Test
    void an_alarm_is_on_or_off_and_said_when_it_changes() {
        topics.open();
        topics.say(Map.of(LEAK, false));
        topics.say(Map.of(LEAK, false));
        topics.say(Map.of(LEAK, true));
        assertThat(published.all).containsExactly("home/alarm/water-leak=OFF", "home/alarm/water-leak=ON");

        published.all.clear();
        published.connected.run();
        topics.say(Map.of(LEAK, true));
        assertThat(published.all).containsExactly("home/alarm/water-leak=ON");
    }

    @Test
    void that_of_a_meter_that_is_gone_is_taken_back() {
        topics.say(Map.of(LEAK, true));
        topics.say(Map.of());
        topics.say(Map.of());
        assertThat(published.all).containsExactly("home/alarm/water-leak=ON", "home/alarm/water-leak=");
    }

    @Test
    void what_happens_once_has_no_state_and_what_is_of_no_meter_is_the_installations() {
        Map<AlarmKey, Boolean> seen = new HashMap<>();
        seen.put(new AlarmKey("home", "new-peak", ""), false);
        seen.put(new AlarmKey("", "disk-full", ""), true);
        topics.say(seen);
        assertThat(published.all).containsExactly("_installation/alarm/disk-full=ON");
    }

    @Test
    void each_state_has_its_entity_and_each_event_a_type_by_what_happened() {
        List<Entity> entities = new AlarmEntities(AllRules.inOrder(), settings).entities(null);
        assertThat(entities.get(0).options())
                .contains("no_data", "no_data_still", "no_data_cleared", "new_peak", "peak_ahead")
                .doesNotContain("new_peak_cleared", "peak_ahead_cleared", "disk_full");
        assertThat(entities)
                .filteredOn(each -> each.platform().equals("binary_sensor"))
                .extracting(Entity::topic)
                .contains("alarm/water-leak", "alarm/peak-ahead", "alarm/bad-data")
                .doesNotContain("alarm/no-data", "alarm/new-peak", "alarm/disk-full");
        List<Entity> ofInstallation = new AlarmEntities(AllRules.inOrder(), settings).ofInstallation();
        assertThat(ofInstallation.get(0).options()).contains("disk_full", "doctor_finding_cleared");
        assertThat(ofInstallation)
                .filteredOn(each -> each.platform().equals("binary_sensor"))
                .extracting(Entity::topic)
                .containsExactly("alarm/backup-stale", "alarm/disk-full", "alarm/doctor-finding", "alarm/storing");
        assertThat(EventBody.eventType("water-leak", Kind.ACTIVE)).isEqualTo("water_leak");
        assertThat(EventBody.eventType("water-leak", Kind.CLEARED)).isEqualTo("water_leak_cleared");
    }

    private static final class Published implements Outlet {
        final List<String> all = new ArrayList<>();
        Runnable connected;

        @Override
        public boolean isOn() {
            return true;
        }

        @Override
        public void publish(String meter, String topic, String payload, Lasting lasting) {
            assertThat(lasting).isEqualTo(Lasting.KEPT);
            all.add(meter + "/" + topic + "=" + payload);
        }

        @Override
        public CompletableFuture<Void> tell(String meter, String topic, String payload, Lasting lasting) {
            throw new AssertionError("nobody waits for a state");
        }

        @Override
        public void onConnected(Runnable publish) {
            connected = publish;
        }
    }
}
