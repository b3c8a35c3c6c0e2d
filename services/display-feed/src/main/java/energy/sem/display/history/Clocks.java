package energy.sem.display.history;

import energy.sem.display.history.api.MeterHealthJson;
import energy.sem.display.view.WrongClock;
import energy.sem.display.view.WrongClock.Whose;

/** Reads of a meter's health whether a clock is so far off that the picture says it. */
final class Clocks {
    private static final double DAY_SECONDS = 86_400;

    private Clocks() {}

    /** The clock that is wrong; null when none is, or nothing is known. */
    static WrongClock wrong(MeterHealthJson health) {
        if (health == null || health.getClock() == null || health.getClockOffsetSeconds() == null) {
            return null;
        }
        int days = (int) Math.round(health.getClockOffsetSeconds() / DAY_SECONDS);
        return switch (health.getClock()) {
            case "never-set", "off", "meter-chosen" -> new WrongClock(Whose.METER, days);
            case "computer-off" -> new WrongClock(Whose.COMPUTER, days);
            // Not sure yet, or of no telegram: it is on the page.
            default -> null;
        };
    }
}
