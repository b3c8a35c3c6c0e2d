package energy.sem.display.cache;

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
 * @param variant in which language and encoding
 */
public record PictureRequest(String meter, Period period, long offset, Utility utility, Variant variant) {
    public PictureRequest {
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(utility, "utility");
        Objects.requireNonNull(variant, "variant");
    }

    /** The same of the meter of this name. */
    public PictureRequest of(String name) {
        return new PictureRequest(name, period, offset, utility, variant);
    }
}
