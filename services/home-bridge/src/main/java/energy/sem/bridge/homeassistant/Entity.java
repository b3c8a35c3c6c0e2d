package energy.sem.bridge.homeassistant;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One value as Home Assistant shows it. Immutable; the methods make a changed copy.
 *
 * @param key within its device, for good: it is part of the id by which Home Assistant knows the value's history
 * @param name without the device's
 * @param topic below {@code sem/<meter>/}, such as {@code state}
 * @param field of that topic's JSON; empty when the payload is the value itself
 * @param platform such as {@code sensor} or {@code binary_sensor}
 * @param deviceClass empty for none
 * @param stateClass empty for none
 * @param unit empty for none
 * @param precision decimals that are shown; -1 for no advice
 * @param lasting false for what says nothing once it is old: it then expires
 * @param resetField of the same JSON, since when a {@code total} counts; empty for none
 * @param options of an {@code enum}, or the types of an {@code event}
 * @param diagnostic whether it is about how well things work
 * @param expireSeconds after which what does not last is unknown; 0 for as long as the meter's state holds
 */
public record Entity(
        String key,
        String name,
        String topic,
        String field,
        String platform,
        String deviceClass,
        String stateClass,
        String unit,
        int precision,
        boolean lasting,
        String resetField,
        List<String> options,
        boolean diagnostic,
        long expireSeconds) {

    /** What is now, such as a power: it expires. */
    public static Entity measured(String key, String name, String topic, String field, Quantity quantity) {
        return of(key, name, topic, field, quantity, "measurement", false);
    }

    /** A count that only rises. */
    public static Entity counted(String key, String name, String topic, String field, Quantity quantity) {
        return of(key, name, topic, field, quantity, "total_increasing", true);
    }

    /** An amount since a moment that the field {@code from} of the same JSON says. */
    public static Entity sinceReset(String key, String name, String topic, String field, Quantity quantity) {
        Entity entity = of(key, name, topic, field, quantity, "total", true);
        return new Entity(
                key,
                name,
                topic,
                field,
                "sensor",
                entity.deviceClass,
                entity.stateClass,
                entity.unit,
                entity.precision,
                true,
                "from",
                List.of(),
                false,
                0);
    }

    /** A moment. */
    public static Entity moment(String key, String name, String topic, String field) {
        return new Entity(key, name, topic, field, "sensor", "timestamp", "", "", -1, true, "", List.of(), false, 0);
    }

    /** One word of several. */
    public static Entity word(String key, String name, String topic, String field, List<String> options) {
        return new Entity(
                key, name, topic, field, "sensor", "enum", "", "", -1, false, "", List.copyOf(options), false, 0);
    }

    /** Whether something is the matter: {@code ON} or {@code OFF}; classes such as problem, moisture, gas, safety. */
    public static Entity alarm(String key, String name, String topic, String field, String deviceClass) {
        return new Entity(
                key, name, topic, field, "binary_sensor", deviceClass, "", "", -1, true, "", List.of(), false, 0);
    }

    /** What happens, each with its {@code event_type} in the payload. */
    public static Entity event(String key, String name, String topic, List<String> types) {
        return new Entity(key, name, topic, "", "event", "", "", "", -1, true, "", List.copyOf(types), false, 0);
    }

    /** The same among the diagnostics. */
    public Entity asDiagnostic() {
        return new Entity(
                key,
                name,
                topic,
                field,
                platform,
                deviceClass,
                stateClass,
                unit,
                precision,
                lasting,
                resetField,
                options,
                true,
                expireSeconds);
    }

    /** The same, unknown when it has not come for so long, however often the meter's state is published. */
    public Entity expiringAfter(Duration time) {
        return new Entity(
                key,
                name,
                topic,
                field,
                platform,
                deviceClass,
                stateClass,
                unit,
                precision,
                lasting,
                resetField,
                options,
                diagnostic,
                time.toSeconds());
    }

    /**
     * The template that takes the value out of the payload, empty for an event, which is the payload. An absent value is unknown,
     * and so is the empty payload by which a value is taken back: without a template it would be ignored.
     */
    Optional<String> template() {
        if (platform.equals("event")) {
            return Optional.empty();
        }
        return Optional.of(
                field.isEmpty()
                        ? "{{ value | default(none, true) }}"
                        : "{{ value_json." + field + " | default(none) }}");
    }

    private static Entity of(
            String key,
            String name,
            String topic,
            String field,
            Quantity quantity,
            String stateClass,
            boolean lasting) {
        return new Entity(
                key,
                name,
                topic,
                field,
                "sensor",
                quantity.deviceClass(),
                stateClass,
                quantity.unit(),
                quantity.precision(),
                lasting,
                "",
                List.of(),
                false,
                0);
    }
}
