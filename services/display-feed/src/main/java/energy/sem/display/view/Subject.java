package energy.sem.display.view;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What a view is about: which period of which meter.
 *
 * @param meter the meter's name
 * @param period the kind of period
 * @param offset which: 0 is the running one, −1 the one before
 * @param utility what is counted; amounts are in its unit
 * @param zone the household's time zone; every local time is in it
 * @param firstDay the period's first day
 */
public record Subject(String meter, Period period, int offset, Utility utility, ZoneId zone, LocalDate firstDay) {
    public Subject {
        Objects.requireNonNull(meter, "meter");
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(utility, "utility");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(firstDay, "firstDay");
        if (offset > 0) {
            throw new IllegalArgumentException("the past is negative: " + offset);
        }
        if (!period.firstDay(firstDay).equals(firstDay)) {
            throw new IllegalArgumentException(firstDay + " is no first day of a " + period.code());
        }
    }

    /** The period's last day, inclusive. */
    @JsonProperty
    public LocalDate lastDay() {
        return period.lastDay(firstDay);
    }

    /** Whether the period is not over yet. */
    @JsonProperty
    public boolean running() {
        return offset == 0;
    }

    /** The unit of the view's amounts, of its bars' and of the previous period's. */
    @JsonProperty
    public Unit unit() {
        return utility.unit();
    }

    /** The first day of the running period of this kind. */
    public LocalDate firstDayNow() {
        return period.shifted(firstDay, -offset);
    }

    /** Whether it is not longer than this one day. */
    public boolean isJust(LocalDate day) {
        return firstDay.equals(day) && lastDay().equals(day);
    }
}
