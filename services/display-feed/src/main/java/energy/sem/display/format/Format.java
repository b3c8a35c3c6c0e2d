package energy.sem.display.format;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a view can be asked for as: the extension in the address decides. */
public enum Format {
    /** Portable Network Graphics, greyscale. */
    PNG("image/png"),
    /** Four greys, 2 bits a pixel, in the order the panel's driver takes. */
    RAW("application/octet-stream"),
    /** Black and white, 1 bit a pixel, in the order the panel's driver takes. */
    BIN("application/octet-stream"),
    /** Windows bitmap, uncompressed, bottom-up. */
    BMP("image/bmp"),
    /** Not a picture: the view model that it is drawn from. */
    JSON("application/json");

    private final String contentType;

    Format(String contentType) {
        this.contentType = contentType;
    }

    /** The extension in addresses, without the dot. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The media type, without parameters: some devices compare it whole. */
    public String contentType() {
        return contentType;
    }

    /** The format with this extension in any case; empty for anything else. */
    public static Optional<Format> of(String extension) {
        return Stream.of(values())
                .filter(format -> format.extension().equalsIgnoreCase(extension))
                .findFirst();
    }

    /** All extensions, for an error that says what there is. */
    public static String extensions() {
        return Stream.of(values()).map(Format::extension).collect(Collectors.joining(", "));
    }
}
