package energy.sem.bridge.homeassistant;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The messages of MQTT discovery, written with the long names that every version knows. Immutable and thread-safe.
 *
 * @param prefix of Home Assistant, {@code homeassistant}
 * @param topics what SEM's topics begin with, {@code sem}
 * @param version of SEM
 */
public record Discovery(String prefix, String topics, String version) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Object> MIGRATE = Map.of("migrate_discovery", true);

    /** The topic of a device's one message. */
    public String deviceTopic(String serial) {
        return prefix + "/device/" + Device.identifier(serial) + "/config";
    }

    /** The topic of one value's message: node and object are the device's identifier and the key, as a migration wants it. */
    public String singleTopic(String serial, String platform, String key) {
        return prefix + "/" + platform + "/" + Device.identifier(serial) + "/" + key + "/config";
    }

    /**
     * One message for a device and all its values.
     *
     * @param expireSeconds after which a value that does not last is unknown, unless it has a time of its own
     * @param removed platforms by key of values that there were and are no more: Home Assistant forgets those
     */
    public Announcement device(Device device, long expireSeconds, Map<String, String> removed) {
        Map<String, Object> components = new LinkedHashMap<>();
        device.entities().forEach(each -> components.put(each.key(), component(device, each, expireSeconds)));
        removed.forEach((key, platform) -> components.put(key, Map.of("platform", platform)));
        Map<String, Object> message = common(device);
        message.put("components", components);
        return new Announcement(deviceTopic(device.serial()), json(message));
    }

    /** A message for each value, for systems that know no devices of more than one. */
    public List<Announcement> singles(Device device, long expireSeconds) {
        List<Announcement> all = new ArrayList<>();
        for (Entity each : device.entities()) {
            Map<String, Object> message = component(device, each, expireSeconds);
            message.remove("platform");
            message.putAll(common(device));
            all.add(new Announcement(singleTopic(device.serial(), each.platform(), each.key()), json(message)));
        }
        return all;
    }

    /** Says on topics of the other kind that their values move, and keep their history. Comes before the new messages. */
    public static List<Announcement> leaving(Collection<String> oldTopics) {
        return oldTopics.stream()
                .map(topic -> new Announcement(topic, json(MIGRATE)))
                .toList();
    }

    /** Takes messages back: after a migration, or for good. */
    public static List<Announcement> takenBack(Collection<String> oldTopics) {
        return oldTopics.stream().map(topic -> new Announcement(topic, "")).toList();
    }

    private Map<String, Object> common(Device device) {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("identifiers", List.of(device.identifier()));
        about.put("name", device.name());
        about.put("serial_number", device.serial());
        if (!device.model().isEmpty()) {
            about.put("model", device.model());
        }
        if (!device.software().isEmpty()) {
            about.put("sw_version", device.software());
        }
        device.behind().ifPresent(serial -> about.put("via_device", Device.identifier(serial)));
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("device", about);
        message.put("origin", Map.of("name", "SEM", "sw_version", version));
        // The process and the meter: each of them may be gone while the other is not.
        message.put(
                "availability",
                device.isInstallation()
                        ? List.of(Map.of("topic", topics + "/availability"))
                        : List.of(
                                Map.of("topic", topics + "/availability"),
                                Map.of("topic", topic(device, "availability"))));
        message.put("availability_mode", "all");
        return message;
    }

    private Map<String, Object> component(Device device, Entity entity, long expireSeconds) {
        Map<String, Object> component = new LinkedHashMap<>();
        component.put("platform", entity.platform());
        component.put("unique_id", Slugs.of(device.serial()) + "_" + entity.key());
        component.put("default_entity_id", defaultId(device, entity));
        component.put("name", entity.name());
        component.put("state_topic", topic(device, entity.topic()));
        entity.template().ifPresent(template -> component.put("value_template", template));
        put(component, "device_class", entity.deviceClass());
        put(component, "state_class", entity.stateClass());
        put(component, "unit_of_measurement", entity.unit());
        if (entity.precision() >= 0) {
            component.put("suggested_display_precision", entity.precision());
        }
        if (!entity.lasting()) {
            component.put("expire_after", entity.expireSeconds() > 0 ? entity.expireSeconds() : expireSeconds);
        }
        if (!entity.resetField().isEmpty()) {
            component.put("last_reset_value_template", "{{ value_json." + entity.resetField() + " }}");
        }
        if (!entity.options().isEmpty()) {
            component.put(entity.platform().equals("event") ? "event_types" : "options", entity.options());
        }
        if (entity.diagnostic()) {
            component.put("entity_category", "diagnostic");
        }
        return component;
    }

    private String topic(Device device, String below) {
        return topics + "/" + device.meter() + "/" + below;
    }

    private static String defaultId(Device device, Entity entity) {
        String slug = ("sem_" + device.meter() + "_" + entity.key()).replace('-', '_');
        return entity.platform() + "." + slug;
    }

    private static void put(Map<String, Object> component, String name, String value) {
        if (!value.isEmpty()) {
            component.put(name, value);
        }
    }

    private static String json(Map<String, Object> message) {
        try {
            return JSON.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and numbers do not become JSON", e);
        }
    }
}
