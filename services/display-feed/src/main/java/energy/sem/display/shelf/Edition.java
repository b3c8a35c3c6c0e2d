package energy.sem.display.shelf;

import java.util.Objects;

import energy.sem.display.format.Form;
import energy.sem.display.view.Language;

/**
 * How a device wants a view.
 *
 * @param language of its texts
 * @param form of its bytes
 */
public record Edition(Language language, Form form) {
    public Edition {
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(form, "form");
    }
}
