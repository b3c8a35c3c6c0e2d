package energy.sem.display.serve;

import java.util.Objects;

import energy.sem.display.format.Encoding;
import energy.sem.display.view.Language;
import energy.sem.display.view.Period;
import energy.sem.display.view.Utility;

/**
 * A request, understood.
 *
 * @param testCard whether the test card is meant; then only {@code encoding} counts
 * @param meter null for the default one
 * @param period the kind of period
 * @param offset as asked, also outside the data
 * @param utility what is counted
 * @param language of the texts
 * @param encoding of the bytes
 * @param strict whether an error is wanted instead of a picture that says so
 */
record PictureQuery(
        boolean testCard,
        String meter,
        Period period,
        long offset,
        Utility utility,
        Language language,
        Encoding encoding,
        boolean strict) {
    PictureQuery {
        Objects.requireNonNull(encoding, "encoding");
    }
}
