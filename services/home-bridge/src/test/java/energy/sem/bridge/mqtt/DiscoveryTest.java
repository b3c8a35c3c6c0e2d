package energy.sem.bridge.mqtt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import energy.sem.bridge.Readings;
import energy.sem.bridge.homeassistant.Announcement;
import energy.sem.bridge.homeassistant.Device;
import energy.sem.bridge.homeassistant.Discovery;
import energy.sem.bridge.homeassistant.DiscoveryRules;
import energy.sem.bridge.homeassistant.Entity;
import energy.sem.bridge.value.MeterMessages;
import energy.sem.bridge.value.PeriodTopic;
import energy.sem.bridge.value.Snapshot;
import energy.sem.p1.Register;

import static org.assertj.core.api.Assertions.assertThat;

/** Every message that SEM can send keeps Home Assistant's rules. */
class DiscoveryTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Discovery DISCOVERY = new Discovery("homeassistant", "sem", "1.4.0");
    private static final Snapshot SNAPSHOT =
            new Snapshot(Readings.state("home", Instant.parse("2026-11-22T10:15:03Z")), null);

    /** Rules that look at ids across all messages. */
    private static final DiscoveryRules ALL_DEVICES = new DiscoveryRules();

    private static final DiscoveryRules ALL_SINGLES = new DiscoveryRules();

    @ParameterizedTest
    @MethodSource("everyDevice")
    void the_message_of_a_device_keeps_the_rules(Device device) {
        assertThat(ALL_DEVICES.broken(DISCOVERY.device(device, 60, Map.of("gone", "sensor"))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everySingle")
    void the_message_of_a_single_value_keeps_the_rules(Announcement announcement) {
        assertThat(ALL_SINGLES.broken(announcement)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everyDevice")
    void what_a_template_takes_out_of_a_payload_is_a_number_a_word_or_none(Device device) throws Exception {
        for (Entity each : device.entities()) {
            JsonNode payload = JSON.readTree(payload(each.topic()));
            JsonNode value = payload.path(each.field());
            boolean fits = value.isMissingNode()
                    || value.isNumber()
                    || (each.deviceClass().equals("timestamp") && Instant.parse(value.asText()) != null)
                    || each.options().contains(value.asText());
            assertThat(fits).as(each.key() + ": " + value).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            R1  | homeassistant/device/a.b/config     | {"device":{"identifiers":["x"],"name":"n"},"origin":{"name":"SEM"},"components":{}}
            R2  | homeassistant/device/a/config       | []
            R2  | homeassistant/device/a/config       | {"device":{"identifiers":["x"],"name":"n"},"components":{}}
            R3  | homeassistant/device/a/config       | {"device":{"identifiers":[],"name":"n"},"origin":{"name":"SEM"},"components":{}}
            R4  | homeassistant/device/a/config       | {"device":{"identifiers":["x"],"name":"n"},"origin":{"name":"SEM"},"components":{},"availability":[],"availability_topic":"t"}
            R5  | homeassistant/sensor/n/o/config     | {"device":{"identifiers":["x"],"name":"n"},"origin":{"name":"SEM"},"name":"o"}
            R6  | homeassistant/sensor/n/o/config     | {"device":{"identifiers":["x"],"name":"n"},"origin":{"name":"SEM"},"name":"o","unique_id":"u","state_topic":"t","state_class":"rising"}
            R7  | homeassistant/sensor/n/o/config     | {"device":{"identifiers":["x"],"name":"n"},"origin":{"name":"SEM"},"name":"o","unique_id":"u","state_topic":"t","device_class":"gas","unit_of_measurement":"m3","state_class":"total"}
            R8  | homeassistant/sensor/n/o/config     | {"device":{"identifiers":["x"],"name":"n"},"origin":{"name":"SEM"},"name":"o","unique_id":"u","state_topic":"t","device_class":"monetary","unit_of_measurement":"EUR","state_class":"total_increasing"}
            R9  | homeassistant/sensor/n/o/config     | {"device":{"identifiers":["x"],"name":"n"},"origin":{"name":"SEM"},"name":"o","unique_id":"u","state_topic":"t","last_reset_value_template":"x","state_class":"measurement"}
            R10 | homeassistant/sensor/n/o/config     | {"device":{"identifiers":["x"],"name":"n"},"origin":{"name":"SEM"},"name":"o","unique_id":"u","state_topic":"t","options":["1"],"unit_of_measurement":"W"}
            R11 | homeassistant/sensor/n/o/config     | {"device":{"identifiers":["x"],"name":"n"},"origin":{"name":"SEM"},"name":"o","unique_id":"u","state_topic":"t","expire_after":-1}
            R13 | homeassistant/sensor/n/o/config     | {"device":{"identifiers":["x"],"name":"n"},"origin":{"name":"SEM"},"name":"o","unique_id":"u","state_topic":"t","value_template":"{{ value_json.a }}"}
            R14 | homeassistant/sensor/n/o/config     | {"device":{"identifiers":["x"],"name":"n"},"origin":{"name":"SEM"},"name":"n o","unique_id":"u","state_topic":"t"}
            """)
    void the_rules_find_a_message_that_breaks_them(String rule, String topic, String payload) {
        assertThat(new DiscoveryRules().broken(new Announcement(topic, payload)))
                .anyMatch(each -> each.startsWith(rule + " "));
    }

    @Test
    void an_id_that_comes_twice_breaks_rule_12() {
        DiscoveryRules rules = new DiscoveryRules();
        Announcement one = DISCOVERY.device(electricity(), 60, Map.of());

        assertThat(rules.broken(one)).isEmpty();
        assertThat(rules.broken(one)).anyMatch(each -> each.startsWith("R12 "));
    }

    @Test
    void ids_are_of_the_serial_number_and_never_of_the_meters_name() throws Exception {
        Snapshot renamed = new Snapshot(Readings.state("attic", Instant.parse("2026-11-22T10:15:03Z")), null);
        Device other = MeterDevices.electricity(renamed, keys(), List.of());

        assertThat(uniqueIds(DISCOVERY.device(other, 60, Map.of())))
                .isEqualTo(uniqueIds(DISCOVERY.device(electricity(), 60, Map.of())))
                .contains("1SEM0000000001_import_t1");
        assertThat(DISCOVERY.deviceTopic(Readings.SERIAL)).isEqualTo("homeassistant/device/sem_1SEM0000000001/config");
    }

    @Test
    void each_register_that_a_meter_can_have_is_published_and_announced() throws Exception {
        JsonNode payload = JSON.readTree(MeterMessages.registers(SNAPSHOT).orElseThrow());
        Set<String> announced = new LinkedHashSet<>();
        electricity().entities().forEach(each -> announced.add(each.field()));

        for (Register each : Register.ofElectricityMeter()) {
            assertThat(payload.path(each.answerName()).isNumber())
                    .as(each.answerName())
                    .isTrue();
            assertThat(announced).contains(each.answerName());
        }
    }

    @Test
    void the_energy_dashboard_finds_what_it_asks_for() throws Exception {
        JsonNode components = JSON.readTree(
                        DISCOVERY.device(electricity(), 60, Map.of()).payload())
                .get("components");
        for (String each : List.of("import", "export", "import_t1", "export_t2")) {
            assertThat(components.path(each).path("device_class").asText()).isEqualTo("energy");
            assertThat(components.path(each).path("state_class").asText()).isEqualTo("total_increasing");
        }
        // The grid's power: positive is import, and it has to be a measurement (energy/validate.py).
        assertThat(components.path("power").path("state_class").asText()).isEqualTo("measurement");
        assertThat(components.path("cost_today").path("state_class").asText()).isEqualTo("total");
        assertThat(components.path("cost_today").has("last_reset_value_template"))
                .isTrue();
        List<String> classes = MeterDevices.behind(
                        SNAPSHOT, SNAPSHOT.state().event().devices())
                .stream()
                .map(each -> each.entities().get(0).deviceClass())
                .toList();
        assertThat(classes).contains("gas", "water");
    }

    static Stream<Device> everyDevice() {
        return Stream.concat(
                Stream.of(electricity()),
                MeterDevices.behind(SNAPSHOT, SNAPSHOT.state().event().devices()).stream());
    }

    static Stream<Announcement> everySingle() {
        return everyDevice().flatMap(each -> DISCOVERY.singles(each, 60).stream());
    }

    private static Device electricity() {
        return MeterDevices.electricity(SNAPSHOT, keys(), List.of());
    }

    static List<String> keys() {
        List<String> keys = new ArrayList<>(MeterMessages.keys(SNAPSHOT));
        keys.addAll(List.of("quarter_projected", "quarter_limit", "quarter_free", "quarter_free_after"));
        for (PeriodTopic each : PeriodTopic.values()) {
            String name = each.topic().substring(each.topic().indexOf('/') + 1);
            Stream.of("import", "export", "gas", "water", "cost").forEach(stem -> keys.add(stem + "_" + name));
        }
        return keys;
    }

    private static String payload(String topic) {
        if (topic.startsWith("registers/")) {
            return MeterMessages.devices(SNAPSHOT.state().event().devices()).get(topic);
        }
        return switch (topic) {
            case "state" -> MeterMessages.state(SNAPSHOT);
            case "registers" -> MeterMessages.registers(SNAPSHOT).orElseThrow();
            default -> "{}";
        };
    }

    private static List<String> uniqueIds(Announcement announcement) throws Exception {
        List<String> ids = new ArrayList<>();
        JSON.readTree(announcement.payload())
                .get("components")
                .forEach(each -> ids.add(each.path("unique_id").asText()));
        return ids;
    }
}
