package energy.sem.bridge.alarm.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import energy.sem.bridge.alarm.machine.Level;
import energy.sem.bridge.alarm.machine.Sighting;
import energy.sem.bridge.alarm.machine.Timing;

/** The running quarter hour will end above what is defended: once a quarter hour, from its sixth minute on. */
@Singleton
class PeakAhead implements AlarmRule {
    private static final int QUARTER_SECONDS = 900;
    private static final int SECONDS_IN = 300;
    private static final int ABOVE_W = 200;

    @Override
    public String word() {
        return "peak-ahead";
    }

    @Override
    public Level level() {
        return Level.HIGH;
    }

    // Over by itself with the quarter hour; nobody wants to read that it is.
    @Override
    public Timing timing() {
        return Timing.after(Duration.ofSeconds(30), Duration.ZERO).silently();
    }

    @Override
    public int mostADay() {
        return 3;
    }

    @Override
    public List<Sighting> look(Moment moment) {
        Moment.Guard guard = moment.guard();
        if (guard == null) {
            return List.of();
        }
        return List.of(look(guard).during(quarter(moment.now(), guard.secondsLeft())));
    }

    private static Sighting look(Moment.Guard guard) {
        if (guard.secondsLeft() > QUARTER_SECONDS - SECONDS_IN) {
            return Sighting.clear();
        }
        if (guard.projectedW() <= guard.targetW() + ABOVE_W) {
            return Sighting.keep();
        }
        return Sighting.raise(Map.of(
                "projectedKw", Kilo.watts(guard.projectedW()),
                "targetKw", Kilo.watts(guard.targetW()),
                "minutes", String.valueOf((guard.secondsLeft() + 59) / 60)));
    }

    // The meter's quarter hour by the edge nearest to its end, since its clock is not quite this computer's.
    private static String quarter(Instant now, int secondsLeft) {
        long end = now.getEpochSecond() + secondsLeft + QUARTER_SECONDS / 2;
        return Instant.ofEpochSecond(end - Math.floorMod(end, QUARTER_SECONDS)).toString();
    }
}
