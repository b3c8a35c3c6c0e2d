package energy.sem.bridge.dsmrreader;

import java.util.LinkedHashMap;
import java.util.Map;

import energy.sem.event.Occurrence;
import energy.sem.event.OccurrenceKind;
import energy.sem.event.TelegramEvent;

/** The fields of {@code dsmr/meter-stats/}: what the meter has counted beside energy. Not thread-safe. */
final class MeterStats {
    private final Map<String, String> counted = new LinkedHashMap<>();

    /** Keeps what an event says: it says all at the start and once an hour, and else what has changed. */
    void hear(TelegramEvent event) {
        event.occurrences().stream()
                .filter(each -> !each.ofLog() && each.value() != null)
                .forEach(each -> OccurrenceKind.of(each.kind())
                        .map(kind -> field(kind, each))
                        .ifPresent(field -> counted.put(field, Long.toString(each.value()))));
    }

    Map<String, String> of(TelegramEvent event) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (event.p1Version() != null) {
            fields.put("dsmr_version", event.p1Version());
        }
        if (event.electricity() != null && event.electricity().tariff() != null) {
            fields.put(
                    "electricity_tariff", Integer.toString(event.electricity().tariff()));
        }
        fields.putAll(counted);
        return fields;
    }

    private static String field(OccurrenceKind kind, Occurrence each) {
        return switch (kind) {
            case POWER_FAILURES -> "power_failure_count";
            case LONG_POWER_FAILURES -> "long_power_failure_count";
            case SAGS -> each.number() == null ? null : "voltage_sag_count_l" + each.number();
            case SWELLS -> each.number() == null ? null : "voltage_swell_count_l" + each.number();
            default -> null;
        };
    }
}
