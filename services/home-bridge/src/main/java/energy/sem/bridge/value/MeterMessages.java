package energy.sem.bridge.value;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

import energy.sem.bridge.history.api.PeriodAnswerJson;
import energy.sem.bridge.homeassistant.Entity;
import energy.sem.event.Electricity;
import energy.sem.event.MBusReading;

/**
 * The payloads of a meter's topics, as JSON on one line. Times are ISO 8601; what is not known is left out, never 0.
 * Stateless.
 */
public final class MeterMessages {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private MeterMessages() {}

    /** {@code state}: what is now. */
    public static String state(Snapshot snapshot) {
        Map<String, Object> json = head(snapshot);
        StateValues.ALL.forEach(each -> put(json, each.entity(), each.read().apply(snapshot)));
        return text(json);
    }

    /** {@code live}: the same of the telegram alone, each reading. */
    public static String live(Snapshot snapshot) {
        return state(new Snapshot(snapshot.state(), null));
    }

    /** {@code registers}: what the electricity meter has counted; empty of a port without one. */
    public static Optional<String> registers(Snapshot snapshot) {
        Electricity electricity = snapshot.electricity();
        if (electricity == null || electricity.registers().isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> json = head(snapshot);
        json.put("serial", electricity.serial());
        MeterRegisters.ALL.forEach(each -> put(json, each.entity(), each.read().apply(electricity)));
        return Optional.of(text(json));
    }

    /** What the topics of devices behind a meter begin with, below the meter's; the serial number follows. */
    public static String topicOfDevices() {
        return DeviceRegister.TOPICS;
    }

    /** {@code registers/<serial>} by topic: what each of these devices behind the meter has counted. */
    public static Map<String, String> devices(List<MBusReading> devices) {
        Map<String, String> byTopic = new LinkedHashMap<>();
        for (MBusReading each : devices) {
            DeviceRegister.of(each.kind())
                    .filter(register -> each.serial() != null)
                    .ifPresent(register -> {
                        Map<String, Object> json = new LinkedHashMap<>();
                        json.put("at", String.valueOf(each.at()));
                        json.put("serial", each.serial());
                        json.put("kind", register.word());
                        json.put(register.field(), register.value(each));
                        json.values().removeIf(Objects::isNull);
                        byTopic.put(DeviceRegister.topic(each.serial()), text(json));
                    });
        }
        return byTopic;
    }

    /** {@code cost/today} or {@code cost/month}. */
    public static String period(PeriodAnswerJson answer) {
        return text(PeriodTopic.json(answer));
    }

    /** The keys of the values of the electricity meter that this snapshot has, in the order in which they are shown. */
    public static List<String> keys(Snapshot snapshot) {
        List<String> keys = new ArrayList<>();
        addKnown(keys, StateValues.ALL, snapshot);
        if (snapshot.electricity() != null) {
            addKnown(keys, MeterRegisters.ALL, snapshot.electricity());
        }
        return keys;
    }

    /** The keys of the values of a period that this answer has. */
    public static List<String> keys(PeriodTopic topic, PeriodAnswerJson answer) {
        Set<String> fields = PeriodTopic.json(answer).keySet();
        return topic.entities().stream()
                .filter(each -> fields.contains(each.field()))
                .map(Entity::key)
                .toList();
    }

    /** The values of the electricity meter of these keys, in the order in which they are shown; what SEM does not know any more is left out. */
    public static List<Entity> entities(Collection<String> keys) {
        List<Entity> all = new ArrayList<>();
        StateValues.ALL.forEach(each -> all.add(each.entity()));
        MeterRegisters.ALL.forEach(each -> all.add(each.entity()));
        for (PeriodTopic each : PeriodTopic.values()) {
            all.addAll(each.entities());
        }
        all.removeIf(each -> !keys.contains(each.key()));
        return all;
    }

    /** The value of a device of a kind; empty for a kind that SEM does not know. */
    public static Optional<Entity> entityOfDevice(String kind, String serial) {
        return DeviceRegister.of(kind).map(register -> register.entity(serial));
    }

    /** The kind of a device in words; empty for one that counts nothing SEM knows. */
    public static Optional<String> kind(MBusReading device) {
        return DeviceRegister.of(device.kind()).map(DeviceRegister::word);
    }

    private static <T> void addKnown(List<String> keys, List<Value<T>> values, T source) {
        for (Value<T> each : values) {
            if (each.read().apply(source) != null) {
                keys.add(each.entity().key());
            }
        }
    }

    private static Map<String, Object> head(Snapshot snapshot) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("at", snapshot.state().event().at().toString());
        if (Boolean.TRUE.equals(snapshot.state().event().simulated())) {
            json.put("simulated", true);
        }
        return json;
    }

    private static void put(Map<String, Object> json, Entity entity, Object value) {
        if (value != null) {
            json.put(entity.field(), value);
        }
    }

    private static String text(Map<String, Object> json) {
        try {
            return JSON.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and numbers do not become JSON", e);
        }
    }
}
