package energy.sem.p1;

import java.util.Locale;

/**
 * One reason not to believe one part of a telegram.
 *
 * @param subject {@link #ELECTRICITY} for the electricity meter's values, {@link #TELEGRAM} for the whole telegram
 *     (its time), else a device's {@link MbusDevice#subject()}
 * @param cause which rule
 * @param detail what was seen and what was expected, in a sentence for a person
 */
public record Finding(String subject, Cause cause, String detail) {

    /** The subject of findings about the electricity meter's own values. */
    public static final String ELECTRICITY = "electricity";

    /** The subject of findings that concern everything in the telegram. */
    public static final String TELEGRAM = "telegram";

    /** The rules. */
    public enum Cause {
        /** A register is lower than it was at an earlier instant, or higher than at a later one. */
        REGISTER_FALLS,
        /** A register moved faster than the connection can carry. */
        IMPOSSIBLE_STEP,
        /** The meter's stamp is ahead of its arrival, and it is not known yet which of the two clocks is wrong. */
        CLOCK_AHEAD,
        /** The meter's stamp is of the past while its registers went on, and the clock was not found to be wrong. */
        CLOCK_BEHIND;

        /** The word for counting: {@code register-falls}, {@code clock-ahead} and so on. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
