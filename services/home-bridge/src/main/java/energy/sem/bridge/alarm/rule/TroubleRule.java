package energy.sem.bridge.alarm.rule;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import energy.sem.bridge.alarm.machine.Level;
import energy.sem.bridge.alarm.machine.Sighting;
import energy.sem.bridge.alarm.machine.Timing;

/** Tells of the first of some troubles of the installation that history names; says nothing while history is away. */
abstract class TroubleRule implements AlarmRule {
    private final String word;
    private final Level level;
    private final List<String> troubles;

    /** @param troubles in history's words; of several that are there history's first is told */
    TroubleRule(String word, Level level, String... troubles) {
        this.word = word;
        this.level = level;
        this.troubles = List.of(troubles);
    }

    @Override
    public String word() {
        return word;
    }

    @Override
    public Level level() {
        return level;
    }

    @Override
    public Timing timing() {
        return Timing.after(Duration.ofMinutes(10), Duration.ofMinutes(10));
    }

    @Override
    public boolean isOfInstallation() {
        return true;
    }

    @Override
    public List<Sighting> look(Moment moment) {
        List<String> known = moment.past().troubles();
        if (known == null) {
            return List.of();
        }
        return List.of(known.stream()
                .filter(troubles::contains)
                .findFirst()
                .map(each -> Sighting.raise(Map.of("what", each)))
                .orElse(Sighting.clear()));
    }
}
