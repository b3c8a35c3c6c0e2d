package energy.sem.bridge.alarm.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import energy.sem.bridge.alarm.machine.Level;
import energy.sem.bridge.alarm.machine.Sighting;
import energy.sem.bridge.alarm.machine.Timing;
import energy.sem.event.Occurrence;
import energy.sem.event.OccurrenceKind;

/** The meter's log has a power failure of the last hour, which it says when power is back. Not in Belgium, where meters log none. */
@Singleton
class PowerFailure implements AlarmRule {
    private static final Duration NEWS = Duration.ofHours(1);

    @Override
    public String word() {
        return "power-failure";
    }

    @Override
    public Level level() {
        return Level.INFO;
    }

    @Override
    public Timing timing() {
        return Timing.AT_ONCE;
    }

    @Override
    public boolean lasts() {
        return false;
    }

    @Override
    public List<Sighting> look(Moment moment) {
        Instant since = moment.now().minus(NEWS);
        return moment.reading().stream()
                .flatMap(event -> event.occurrences().stream())
                .filter(each -> each.kind().equals(OccurrenceKind.POWER_FAILURE.word())
                        && each.ofLog()
                        && each.at() != null
                        && each.at().isAfter(since))
                .max((one, other) -> one.at().compareTo(other.at()))
                .map(PowerFailure::sighting)
                .stream()
                .toList();
    }

    private static Sighting sighting(Occurrence failure) {
        return Sighting.once(
                failure.at().toString(),
                Map.of(
                        "at", failure.at().toString(),
                        "minutes", String.valueOf((failure.seconds() + 59) / 60)));
    }
}
