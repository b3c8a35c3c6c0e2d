package energy.sem.display.cache;

import java.util.Objects;

import energy.sem.display.format.Encoding;
import energy.sem.display.view.Language;

/**
 * How a device wants a view.
 *
 * @param language of its texts
 * @param encoding of its bytes
 */
public record Variant(Language language, Encoding encoding) {
    public Variant {
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(encoding, "encoding");
    }
}
