package energy.sem.gateway.health;

import java.time.Duration;

/** Spans of time in words, as exact as a person wants to know. */
final class Spans {
    private static final int YEAR_DAYS = 365;

    /** Such as {@code 5 minutes}. */
    static String inWords(Duration time) {
        if (time.toMinutes() < 2) {
            return time.toSeconds() + " seconds";
        }
        if (time.toHours() < 2) {
            return time.toMinutes() + " minutes";
        }
        if (time.toDays() < 2) {
            return time.toHours() + " hours";
        }
        return time.toDays() < 2 * YEAR_DAYS ? time.toDays() + " days" : time.toDays() / YEAR_DAYS + " years";
    }

    private Spans() {}
}
