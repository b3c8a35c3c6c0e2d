package energy.sem.display.cache;

import java.util.Objects;

import energy.sem.display.view.Period;
import energy.sem.display.view.Utility;

/**
 * What a cached view shows, whatever the language.
 *
 * @param meter its name
 * @param period the kind of period
 * @param offset 0 for the running one, −1 for the one before
 * @param utility what is counted
 */
public record ViewKey(String meter, Period period, int offset, Utility utility) {
    public ViewKey {
        Objects.requireNonNull(meter, "meter");
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(utility, "utility");
    }

    /** The same at another offset. */
    ViewKey at(int otherOffset) {
        return new ViewKey(meter, period, otherOffset, utility);
    }
}
