package energy.sem.display.cache;

import java.time.LocalDate;
import java.util.Objects;

import energy.sem.display.view.Period;
import energy.sem.display.view.Utility;

/**
 * What a cached view shows, whatever the language. Not by its distance from today: that would mean another period from
 * midnight on.
 *
 * @param meter its name
 * @param period the kind of period
 * @param firstDay of the period
 * @param utility what is counted
 */
public record ViewKey(String meter, Period period, LocalDate firstDay, Utility utility) {
    public ViewKey {
        Objects.requireNonNull(meter, "meter");
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(firstDay, "firstDay");
        Objects.requireNonNull(utility, "utility");
    }

    /** The view of the period so many away from the one that holds {@code today}. */
    static ViewKey at(String meter, Period period, int offset, Utility utility, LocalDate today) {
        return new ViewKey(meter, period, period.firstDay(offset, today), utility);
    }

    /** The same of the period that begins on another day. */
    ViewKey from(LocalDate otherFirstDay) {
        return new ViewKey(meter, period, otherFirstDay, utility);
    }

    /** How many periods away from the one that holds {@code today}: 0 for the running one, −1 for the one before. */
    int offset(LocalDate today) {
        return period.offset(firstDay, today);
    }
}
