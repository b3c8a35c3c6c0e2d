package energy.sem.gateway.clock;

import java.util.Locale;
import java.util.Optional;

/** Whose clock counts for a meter: {@code sem.meters.<name>.time}. */
public enum TimeChoice {
    /** The meter's, whatever it says; by arrival where that is nothing that a meter can mean. */
    METER,
    /** This computer's: the time of arrival. */
    ARRIVAL,
    /** The meter's, unless it is found to be off by about a day or more. */
    AUTO;

    /** The choice of that word in lower case. */
    public static Optional<TimeChoice> of(String word) {
        for (TimeChoice choice : values()) {
            if (choice.name().toLowerCase(Locale.ROOT).equals(word)) {
                return Optional.of(choice);
            }
        }
        return Optional.empty();
    }
}
