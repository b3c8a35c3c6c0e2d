package energy.sem.p1;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * Judges one meter's telegrams in the order of their arrival. Not thread-safe; keeps a few numbers for each register.
 */
public final class Plausibility {

    private static final Duration CLOCK_AHEAD = Duration.ofMinutes(15);

    private final ZoneId zone;

    /** @param zone where the meter hangs, for stamps without suffix */
    public Plausibility(ZoneId zone) {
        this.zone = zone;
    }

    /** Judges the telegram and remembers what is needed for the next ones. */
    public Verdict judge(Telegram telegram, Instant arrival) {
        if (telegram.at() != null) {
            Instant at = telegram.at().instant(zone, arrival);
            if (at.isAfter(arrival.plus(CLOCK_AHEAD))) {
                return new Verdict(List.of(new Finding(
                        Finding.TELEGRAM,
                        Finding.Cause.CLOCK_AHEAD,
                        "the meter says " + at + ", more than 15 minutes after the arrival at " + arrival)));
            }
        }
        return Verdict.PLAUSIBLE;
    }
}
