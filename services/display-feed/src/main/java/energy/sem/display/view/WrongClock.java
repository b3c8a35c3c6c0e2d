package energy.sem.display.view;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A clock that is about a day or more off.
 *
 * @param of whose
 * @param daysAhead how far the meter's clock is ahead of the computer's, in whole days; negative when behind
 */
public record WrongClock(Whose of, int daysAhead) {

    /** Whose clock is wrong. */
    public enum Whose {
        /** The meter's: readings have the time at which they arrive, unless the meter's is asked for. */
        @JsonProperty("meter")
        METER,
        /** That of the computer on which SEM reads the meter. */
        @JsonProperty("computer")
        COMPUTER
    }
}
