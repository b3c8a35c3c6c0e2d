package energy.sem.p1;

import java.util.Locale;

/**
 * A momentary value that cannot be and was taken out of its telegram, so that all else of it counts.
 *
 * @param name as the telegram's own field is called, with its unit: {@code importW}, {@code voltageDeciV}
 * @param phase 1, 2 or 3; null for a value of the whole connection
 * @param value what the meter said
 * @param cause which rule
 * @param detail what was seen and what was expected, in a sentence for a person
 */
public record LeftOut(String name, Integer phase, long value, Cause cause, String detail) {

    /** The rules. */
    public enum Cause {
        /** A power that no low-voltage connection carries, or import and export at once. */
        IMPOSSIBLE_POWER,
        /** A voltage that no meter is connected to, with or without transformers. */
        IMPOSSIBLE_VOLTAGE,
        /** A current that no low-voltage connection carries. */
        IMPOSSIBLE_CURRENT,
        /** A peak of a time that is not believed. */
        CLOCK;

        /** The word for counting: {@code impossible-voltage} and so on. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
