package energy.sem.bridge.alarm.rule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Singleton;

import energy.sem.bridge.alarm.machine.Level;
import energy.sem.bridge.alarm.machine.Sighting;
import energy.sem.bridge.alarm.machine.Timing;
import energy.sem.event.Electricity;
import energy.sem.event.Occurrence;
import energy.sem.event.OccurrenceKind;

/** A phase that carries more than nine tenths of its fuse for a minute: {@code sem.meters.<name>.connection}, else what the meter states. */
@Singleton
class PhaseOverload implements AlarmRule {
    private static final int RAISE_PERCENT = 90;
    private static final int CLEAR_PERCENT = 80;

    @Override
    public String word() {
        return "phase-overload";
    }

    @Override
    public Level level() {
        return Level.HIGH;
    }

    @Override
    public Timing timing() {
        return Timing.after(Duration.ofSeconds(60), Duration.ofMinutes(5));
    }

    @Override
    public List<Sighting> look(Moment moment) {
        Optional<Long> fuseCentiA = fuseCentiA(moment);
        List<Sighting> sightings = new ArrayList<>();
        if (moment.event() == null || moment.event().electricity() == null || fuseCentiA.isEmpty()) {
            return sightings;
        }
        for (Electricity.Phase phase : moment.event().electricity().phases()) {
            if (phase.currentCentiA() != null) {
                sightings.add(of(phase.phase(), phase.currentCentiA(), fuseCentiA.get()));
            }
        }
        return sightings;
    }

    private static Sighting of(int phase, long centiA, long fuseCentiA) {
        Map<String, String> values = Map.of(
                "phase", "L" + phase,
                "ampere", String.valueOf(centiA / 100),
                "fuseAmpere", String.valueOf(fuseCentiA / 100));
        Sighting sighting = 100 * centiA > RAISE_PERCENT * fuseCentiA
                ? Sighting.raise(values)
                : 100 * centiA < CLEAR_PERCENT * fuseCentiA ? Sighting.clear() : Sighting.keep();
        return sighting.of("L" + phase);
    }

    private static Optional<Long> fuseCentiA(Moment moment) {
        Optional<Long> set = moment.limits()
                .of("sem.meters." + moment.meter() + ".connection")
                .map(text -> 100L * Long.parseLong(text.substring(text.indexOf('x') + 1, text.length() - 1)));
        return set.isPresent()
                ? set
                : moment.reading().stream()
                        .flatMap(event -> event.occurrences().stream())
                        .filter(each -> each.kind().equals(OccurrenceKind.FUSE_CENTI_A.word()) && each.value() != null)
                        .map(Occurrence::value)
                        .findFirst();
    }
}
