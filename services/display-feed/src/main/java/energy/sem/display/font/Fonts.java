package energy.sem.display.font;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import energy.sem.display.raster.Depth;

/** The typeface DejaVu Sans in the sizes that were drawn ahead. Thread-safe; a font is read once and kept. */
public final class Fonts {
    private record FontKey(Weight weight, int height, int width, Depth depth) {
        String file() {
            return weight.name().toLowerCase(Locale.ROOT) + "-" + height + "x" + width
                    + (depth == Depth.MONO ? "-mono" : "-grey") + ".bdf";
        }
    }

    private final Map<FontKey, Font> fonts = new ConcurrentHashMap<>();

    /**
     * A font.
     *
     * @param height the height of an em in pixels; capitals are 0.73 of it
     * @param width the width of an em in pixels: less than the height makes the letters narrower
     * @param depth what its glyphs are drawn for
     * @throws IllegalArgumentException when there is none of this size
     */
    public Font font(Weight weight, int height, int width, Depth depth) {
        FontKey key = new FontKey(weight, height, width, depth);
        Font known = fonts.get(key);
        return known != null ? known : fonts.computeIfAbsent(key, Fonts::read);
    }

    private static Font read(FontKey key) {
        String file = key.file();
        try (InputStream in = Fonts.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("there is no font " + file + ": tools/glyphs draws them");
            }
            List<Glyph> glyphs = Bdf.read(new InputStreamReader(in, StandardCharsets.US_ASCII), file);
            return new Font(glyphs.stream().map(glyph -> glyph.in(key.depth())).toList());
        } catch (IOException e) {
            throw new UncheckedIOException("the font " + file + " cannot be read", e);
        }
    }
}
