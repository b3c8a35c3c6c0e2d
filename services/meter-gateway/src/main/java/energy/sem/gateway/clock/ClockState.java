package energy.sem.gateway.clock;

import java.time.Duration;
import java.util.Locale;

import energy.sem.p1.P1Time;

/**
 * How a meter's clock is, as far as it decides the time of its readings.
 *
 * @param condition what was found
 * @param ahead how far the meter's clock is ahead of this computer's, by the last telegram; null where that says nothing
 * @param meterSays the last stamp that is not believed, or null
 */
public record ClockState(Condition condition, Duration ahead, P1Time meterSays) {

    /** Nothing was found. */
    public static final ClockState BELIEVED = new ClockState(Condition.BELIEVED, null, null);

    /** What can be found. */
    public enum Condition {
        /** The meter's stamps are its readings' times. */
        BELIEVED,
        /** The telegrams have no stamp. */
        NO_STAMP,
        /** The time of arrival is asked for ({@code time=arrival}). */
        ARRIVAL_CHOSEN,
        /** The clock is off by about a day or more and used all the same ({@code time=meter}). */
        METER_CHOSEN,
        /** The stamp is one that no meter can mean: the time of arrival counts. */
        NEVER_SET,
        /** The clock is off by about a day or more: the time of arrival counts. */
        OFF,
        /** The clock seems off, and telegrams are looked at until that is sure. */
        LOOKED_AT,
        /** This computer's clock was set and no longer agrees with the meter's, which is believed. */
        COMPUTER_OFF,
        /** This computer does not know the time yet. */
        COMPUTER_HAS_NO_TIME;

        /** Such as {@code never-set}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Whether readings have the time of their arrival. */
        public boolean isByArrival() {
            return this == NO_STAMP || this == ARRIVAL_CHOSEN || this == NEVER_SET || this == OFF;
        }
    }
}
