package energy.sem.bridge.alarm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import io.quarkus.arc.All;

import energy.sem.bridge.alarm.channel.EventBody;
import energy.sem.bridge.alarm.machine.Notice.Kind;
import energy.sem.bridge.alarm.rule.AlarmRule;
import energy.sem.bridge.homeassistant.Entity;
import energy.sem.bridge.live.MeterState;
import energy.sem.bridge.value.EntitySource;

/** The alarms of a meter and of the installation in Home Assistant: an event entity of all that happens, and whether each that lasts is so now. */
@Singleton
class AlarmEntities implements EntitySource {
    /** What Home Assistant shows as more than a problem. */
    private static final Map<String, String> CLASSES = Map.of("water-leak", "moisture", "phase-overload", "safety");

    private static final Set<String> OF_DATA = Set.of("bad-data", "meter-trouble");

    private final List<Entity> ofMeter;
    private final List<Entity> ofInstallation;

    AlarmEntities(@All List<AlarmRule> rules, AlarmSettings settings) {
        List<AlarmRule> on = settings.isOnMqtt()
                ? rules.stream()
                        .filter(settings::isOn)
                        .sorted(Comparator.comparing(AlarmRule::word))
                        .toList()
                : List.of();
        ofMeter = entities(on.stream().filter(each -> !each.isOfInstallation()).toList());
        ofInstallation =
                entities(on.stream().filter(AlarmRule::isOfInstallation).toList());
    }

    private static List<Entity> entities(List<AlarmRule> rules) {
        if (rules.isEmpty()) {
            return List.of();
        }
        List<Entity> entities = new ArrayList<>();
        entities.add(Entity.event(
                "alarm",
                "Alarm",
                "event",
                rules.stream().flatMap(AlarmEntities::types).toList()));
        rules.stream().filter(AlarmTopics::isShown).map(AlarmEntities::state).forEach(entities::add);
        return List.copyOf(entities);
    }

    private static Stream<String> types(AlarmRule rule) {
        List<Kind> kinds = !rule.lasts()
                ? List.of(Kind.ACTIVE)
                : rule.timing().silentlyOver()
                        ? List.of(Kind.ACTIVE, Kind.STILL)
                        : List.of(Kind.ACTIVE, Kind.STILL, Kind.CLEARED);
        return kinds.stream().map(kind -> EventBody.eventType(rule.word(), kind));
    }

    private static Entity state(AlarmRule rule) {
        Entity entity = Entity.alarm(
                "alarm_" + rule.word().replace('-', '_'),
                "Alarm " + rule.word().replace('-', ' '),
                AlarmTopics.topic(rule.word()),
                "",
                CLASSES.getOrDefault(rule.word(), rule.isForPrograms() ? "" : "problem"));
        return rule.isOfInstallation() || OF_DATA.contains(rule.word()) ? entity.asDiagnostic() : entity;
    }

    @Override
    public List<Entity> entities(MeterState state) {
        return ofMeter;
    }

    @Override
    public List<Entity> ofInstallation() {
        return ofInstallation;
    }
}
