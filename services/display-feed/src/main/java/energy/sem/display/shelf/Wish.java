package energy.sem.display.shelf;

import java.util.Objects;

import energy.sem.display.view.Period;
import energy.sem.display.view.Utility;

/**
 * What a device asks for.
 *
 * @param meter its name; null for the default meter
 * @param period the kind of period
 * @param offset any number: beyond the data the nearest view is given
 * @param utility what is counted
 * @param edition in which form
 */
public record Wish(String meter, Period period, long offset, Utility utility, Edition edition) {
    public Wish {
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(utility, "utility");
        Objects.requireNonNull(edition, "edition");
    }
}
