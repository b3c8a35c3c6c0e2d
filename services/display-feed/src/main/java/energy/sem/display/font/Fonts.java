package energy.sem.display.font;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import energy.sem.display.raster.Depth;

/** The typeface DejaVu Sans in any size, read once from the class path. Thread-safe; fonts are kept. */
public final class Fonts {
    private static final String FOLDER = "/net/sf/jasperreports/fonts/dejavu/";

    private record Key(Weight weight, int height, int width, Depth depth) {}

    private final Map<Weight, FontFile> files = new EnumMap<>(Weight.class);
    private final Map<Key, Font> fonts = new ConcurrentHashMap<>();

    /**
     * Reads the two font files.
     *
     * @throws IllegalStateException when they are not on the class path
     */
    public Fonts() {
        for (Weight weight : Weight.values()) {
            files.put(weight, read(FOLDER + weight.file()));
        }
    }

    private static FontFile read(String resource) {
        try (InputStream in = Fonts.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(
                        "the font " + resource + " is missing: is jasperreports-fonts on the class path?");
            }
            return new FontFile(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("the font " + resource + " cannot be read", e);
        }
    }

    /**
     * A font.
     *
     * @param height the height of an em in pixels; capitals are 0.73 of it
     * @param width the width of an em in pixels: less than the height makes the letters narrower
     * @param depth what its glyphs are drawn for
     */
    public Font font(Weight weight, int height, int width, Depth depth) {
        return fonts.computeIfAbsent(
                new Key(weight, height, width, depth), key -> new Font(file(weight), width, height, depth));
    }

    FontFile file(Weight weight) {
        return files.get(weight);
    }
}
