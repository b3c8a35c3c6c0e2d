package energy.sem.bridge.mqtt;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import energy.sem.bridge.homeassistant.Announcement;
import energy.sem.bridge.homeassistant.Device;
import energy.sem.bridge.homeassistant.Discovery;
import energy.sem.bridge.homeassistant.Entity;
import energy.sem.bridge.homeassistant.Quantity;
import energy.sem.bridge.setup.BridgeFolder;

import static org.assertj.core.api.Assertions.assertThat;

class AnnouncerTest {
    private static final Discovery DISCOVERY = new Discovery("homeassistant", "sem", "1");
    private static final String TOPIC = "homeassistant/device/sem_1SEM/config";
    private static final String POWER = "homeassistant/sensor/sem_1SEM/power/config";
    private static final String PEAK = "homeassistant/sensor/sem_1SEM/peak/config";

    private final List<Announcement> sent = new ArrayList<>();

    @TempDir
    Path folder;

    @Test
    void a_device_is_announced_once_a_connection_and_again_when_there_is_more() {
        Announcer announcer = announcer("device");
        announce(announcer, "power");
        announce(announcer, "power");
        assertThat(topics()).containsExactly(TOPIC);

        announce(announcer, "power", "peak");
        assertThat(topics()).containsExactly(TOPIC, TOPIC);

        announcer.startOver();
        announce(announcer, "power", "peak");
        assertThat(topics()).containsExactly(TOPIC, TOPIC, TOPIC);
    }

    @Test
    void what_was_announced_is_known_after_a_restart() {
        announce(announcer("device"), "power", "peak");

        assertThat(announcer("device").keys("1SEM")).containsExactlyInAnyOrder("power", "peak");
    }

    @Test
    void a_value_that_sem_knows_no_more_is_taken_back_and_then_left_out() {
        announce(announcer("device"), "power", "peak");
        sent.clear();

        announce(announcer("device"), "power");

        assertThat(topics()).containsExactly(TOPIC, TOPIC);
        assertThat(sent.get(0).payload()).contains("\"peak\":{\"platform\":\"sensor\"}");
        assertThat(sent.get(1).payload()).doesNotContain("\"peak\"");
        assertThat(announcer("device").keys("1SEM")).containsExactly("power");
    }

    @Test
    void values_move_from_single_messages_to_one_of_the_device_with_their_history() {
        announce(announcer("single"), "power", "peak");
        assertThat(topics()).containsExactly(POWER, PEAK);
        String uniqueId = "\"unique_id\":\"1SEM_power\"";
        assertThat(sent.get(0).payload()).contains(uniqueId);
        sent.clear();

        announce(announcer("device"), "power", "peak");

        assertThat(topics()).containsExactly(POWER, PEAK, TOPIC, POWER, PEAK);
        assertThat(sent.get(0).payload()).isEqualTo("{\"migrate_discovery\":true}");
        assertThat(sent.get(2).payload()).contains(uniqueId);
        assertThat(sent.get(3).payload()).isEmpty();
        assertThat(sent.get(4).payload()).isEmpty();
    }

    @Test
    void values_move_back_likewise() {
        announce(announcer("device"), "power");
        sent.clear();

        announce(announcer("single"), "power");

        assertThat(topics()).containsExactly(TOPIC, POWER, TOPIC);
        assertThat(sent.get(0).payload()).isEqualTo("{\"migrate_discovery\":true}");
        assertThat(sent.get(2).payload()).isEmpty();
    }

    @Test
    void switched_off_all_is_taken_back_once() {
        announce(announcer("device"), "power");
        sent.clear();

        Announcer off = announcer("off");
        off.startOver();
        announce(off, "power");
        assertThat(sent).containsExactly(new Announcement(TOPIC, ""));

        sent.clear();
        announcer("off").startOver();
        assertThat(sent).isEmpty();
    }

    @Test
    void a_meter_that_is_read_twice_is_announced_once() {
        Announcer announcer = announcer("device");
        announce(announcer, "power");
        announcer.announce(device("again", "power"), 60, key -> true);

        assertThat(sent).hasSize(1);
    }

    @Test
    void a_meter_of_another_name_is_announced_once_the_first_has_fallen_silent() {
        Announcer announcer = announcer("device");
        announce(announcer, "power");
        announcer.release("home");
        announcer.announce(device("house", "power"), 60, key -> true);
        assertThat(sent).hasSize(2);
        assertThat(sent.get(1).payload()).contains("\"state_topic\":\"sem/house/state\"");

        sent.clear();
        announcer.takeBack("home");
        assertThat(sent).as("the device is the other's by now").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"1SEM\": 5",
                "{\"1SEM\":{}}",
                "{\"devices\":{}}",
                "{\"devices\":{},\"meters\":{\"home\":null}}",
                "{\"devices\":{\"1SEM\":null},\"meters\":{}}",
                "{\"devices\":{\"1SEM\":{\"meter\":\"home\"}},\"meters\":{}}"
            })
    void a_file_that_is_nonsense_is_begun_anew(String text) throws Exception {
        Files.writeString(folder.resolve("announced.json"), text);

        announce(announcer("device"), "power");

        assertThat(announcer("device").keys("1SEM")).containsExactly("power");
    }

    private Announcer announcer(String mode) {
        return new Announcer(DISCOVERY, mode, new Announced(new BridgeFolder(folder.toString())), sent::add);
    }

    private static void announce(Announcer announcer, String... keys) {
        announcer.announce(device("home", keys), 60, List.of(keys)::contains);
    }

    private static Device device(String meter, String... keys) {
        List<Entity> entities = new ArrayList<>();
        for (String each : keys) {
            entities.add(Entity.measured(each, each, "state", each + "W", Quantity.POWER));
        }
        return new Device(meter, "1SEM", "SEM " + meter, "", "", Optional.empty(), entities);
    }

    private List<String> topics() {
        return sent.stream().map(Announcement::topic).toList();
    }
}
