package energy.sem.bridge.homeassistant;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What Home Assistant wants of a discovery message (components/mqtt/{discovery,schemas,sensor}.py, sensor/const.py): by the
 * numbers R1 to R14 that stand in docs/decisions/mqtt.md. One instance for all messages of a SEM.
 */
public final class DiscoveryRules {
    private static final Pattern TEMPLATE = Pattern.compile(
            "\\{\\{ (value_json\\.[A-Za-z0-9_]+ \\| default\\(none\\)|value \\| default\\(none, true\\)) }}");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PART = "[A-Za-z0-9_-]+";
    private static final Set<String> PLATFORMS = Set.of("sensor", "binary_sensor", "event");
    private static final Set<String> STATE_CLASSES = Set.of("measurement", "total", "total_increasing");
    private static final Map<String, Set<String>> UNITS = Map.ofEntries(
            Map.entry("power", Set.of("W", "kW", "MW")),
            Map.entry("energy", Set.of("Wh", "kWh", "MWh", "J", "kJ", "MJ", "GJ")),
            Map.entry("gas", Set.of("m³", "L")),
            Map.entry("water", Set.of("m³", "L")),
            Map.entry("voltage", Set.of("mV", "V")),
            Map.entry("current", Set.of("mA", "A")),
            Map.entry("frequency", Set.of("Hz")),
            Map.entry("volume_flow_rate", Set.of("m³/h", "L/min", "L/h")),
            Map.entry("duration", Set.of("d", "h", "min", "s")),
            Map.entry("monetary", Set.of("EUR")),
            Map.entry("timestamp", Set.of("")),
            Map.entry("enum", Set.of("")));
    private static final Map<String, Set<String>> CLASSES = Map.of(
            "power", Set.of("measurement"),
            "voltage", Set.of("measurement"),
            "current", Set.of("measurement"),
            "frequency", Set.of("measurement"),
            "energy", Set.of("total", "total_increasing"),
            "gas", Set.of("total", "total_increasing"),
            "water", Set.of("total", "total_increasing"),
            "monetary", Set.of("total"),
            "timestamp", Set.of(""),
            "enum", Set.of(""));

    private final Set<String> uniqueIds = new HashSet<>();
    private final List<String> broken = new ArrayList<>();
    private String where = "";

    /** Which rules a message breaks; empty for none. */
    public List<String> broken(Announcement announcement) {
        broken.clear();
        where = announcement.topic();
        if (announcement.payload().isEmpty()) {
            return List.of();
        }
        JsonNode message = parse(announcement.payload());
        if (message == null || message.has("migrate_discovery")) {
            return List.copyOf(broken);
        }
        boolean ofDevice = announcement.topic().contains("/device/");
        wants(
                "R1",
                announcement
                        .topic()
                        .matches(
                                ofDevice
                                        ? "homeassistant/device/(" + PART + "/)?" + PART + "/config"
                                        : "homeassistant/(sensor|binary_sensor|event)/(" + PART + "/)?" + PART
                                                + "/config"));
        common(message);
        if (ofDevice) {
            wants("R2", message.path("components").isObject());
            message.path("components").properties().forEach(each -> component(each.getValue(), message));
        } else {
            JsonNode component = message.deepCopy();
            ((ObjectNode) component).put("platform", announcement.topic().split("/", -1)[1]);
            component(component, message);
        }
        return List.copyOf(broken);
    }

    private JsonNode parse(String payload) {
        try {
            JsonNode message = JSON.readTree(payload);
            wants("R2", message.isObject());
            return message.isObject() ? message : null;
        } catch (JsonProcessingException e) {
            wants("R2", false);
            return null;
        }
    }

    private void common(JsonNode message) {
        wants(
                "R2",
                message.path("device").isObject()
                        && message.path("origin").path("name").isTextual());
        JsonNode ids = message.path("device").path("identifiers");
        wants("R3", ids.isTextual() || (ids.isArray() && !ids.isEmpty() && all(ids, JsonNode::isTextual)));
        wants("R4", !(message.has("availability") && message.has("availability_topic")));
        wants(
                "R4",
                List.of("all", "any", "latest")
                        .contains(message.path("availability_mode").asText("latest")));
    }

    private void component(JsonNode component, JsonNode message) {
        String platform = component.path("platform").asText();
        wants("R5", PLATFORMS.contains(platform));
        if (component.size() == 1) {
            return;
        }
        wants("R5", component.path("unique_id").isTextual());
        wants("R5", component.has("state_topic") || message.has("state_topic"));
        wants("R12", uniqueIds.add(platform + " " + component.path("unique_id").asText()));
        for (String each : List.of("expire_after", "suggested_display_precision")) {
            JsonNode value = component.get(each);
            wants("R11", value == null || (value.isIntegralNumber() && value.asLong() >= 0));
        }
        String name = component.path("name").asText();
        wants(
                "R14",
                !name.isEmpty()
                        && !name.startsWith(message.path("device").path("name").asText()));
        // Without a template the empty payload that takes a value back is ignored, and the old value stays.
        String template = component.path("value_template").asText("");
        wants(
                "R13",
                template.isEmpty()
                        ? !platform.equals("sensor")
                        : TEMPLATE.matcher(template).matches());
        if (platform.equals("sensor")) {
            sensor(component);
        }
    }

    private void sensor(JsonNode sensor) {
        String of = sensor.path("device_class").asText("");
        String state = sensor.path("state_class").asText("");
        String unit = sensor.path("unit_of_measurement").asText("");
        wants("R6", state.isEmpty() || STATE_CLASSES.contains(state));
        wants("R7", of.isEmpty() || (UNITS.containsKey(of) && UNITS.get(of).contains(unit)));
        wants("R8", CLASSES.getOrDefault(of, Set.of(state)).contains(state));
        wants("R9", !sensor.has("last_reset_value_template") || state.equals("total"));
        if (sensor.has("options")) {
            wants("R10", of.equals("enum") && !sensor.get("options").isEmpty() && unit.isEmpty() && state.isEmpty());
        }
    }

    private static boolean all(JsonNode list, Predicate<JsonNode> wanted) {
        for (JsonNode each : list) {
            if (!wanted.test(each)) {
                return false;
            }
        }
        return true;
    }

    private void wants(String rule, boolean kept) {
        if (!kept) {
            broken.add(rule + " in " + where);
        }
    }
}
