package energy.sem.bridge.alarm.rule;

import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.inject.Singleton;

import energy.sem.bridge.alarm.machine.Level;
import energy.sem.bridge.alarm.machine.Sighting;
import energy.sem.bridge.alarm.machine.Timing;
import energy.sem.event.MonthPeak;

/** The month has a new highest quarter hour above 2.5 kW, or above {@code sem.alarms.new-peak.above-w}. */
@Singleton
class NewPeak implements AlarmRule {
    private static final int ABOVE_W = 2500;

    /** An older one was told when it was new, or before SEM was there. */
    private static final Duration NEWS = Duration.ofHours(1);

    @Override
    public String word() {
        return "new-peak";
    }

    @Override
    public Level level() {
        return Level.LOW;
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
        YearMonth month = YearMonth.from(moment.local());
        long aboveW = moment.limits().number("sem.alarms.new-peak.above-w", ABOVE_W);
        return moment.reading()
                .flatMap(event -> event.monthPeaks().stream()
                        .filter(each -> !each.closed() && Objects.equals(each.month(), month))
                        .findFirst())
                .filter(peak -> peak.peakW() > aboveW
                        && peak.at() != null
                        && peak.at().isAfter(moment.now().minus(NEWS)))
                .map(peak -> List.of(sighting(peak)))
                .orElse(List.of());
    }

    private static Sighting sighting(MonthPeak peak) {
        return Sighting.once(
                peak.month() + " " + peak.peakW(),
                Map.of("kw", Kilo.watts(peak.peakW()), "at", peak.at().toString()));
    }
}
