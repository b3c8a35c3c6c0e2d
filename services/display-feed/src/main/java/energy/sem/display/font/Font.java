package energy.sem.display.font;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import energy.sem.display.raster.Canvas;
import energy.sem.display.raster.Depth;

/**
 * The typeface in one weight, size and depth. Figures are all of one width. Thread-safe; a glyph is drawn once and kept.
 */
public final class Font {
    /** Narrow no-break space: a third of an em wide, as wide as nothing in most fonts. */
    private static final char NARROW_SPACE = '\u202F';
    /** Drawn for a character that the typeface does not have. */
    private static final char REPLACEMENT = '\uFFFD';

    private final FontFile file;
    private final Depth depth;
    private final Hinter hinter;
    private final int narrowSpace;
    private final Map<Character, Glyph> glyphs = new ConcurrentHashMap<>();

    Font(FontFile file, int width, int height, Depth depth) {
        this.file = file;
        this.depth = depth;
        hinter = new Hinter(file, width, height, depth == Depth.GREY4);
        narrowSpace = Math.max(2, (width + 2) / 5);
    }

    /** Whether the typeface has all these characters. */
    public boolean has(String text) {
        return text.chars().allMatch(c -> c == NARROW_SPACE || file.glyph(c) != 0);
    }

    /** The width in pixels from the first glyph's origin to the end of the last one's advance. */
    public int width(String text) {
        int width = 0;
        for (int i = 0; i < text.length(); i++) {
            width += advance(text.charAt(i));
        }
        return width;
    }

    private int advance(char character) {
        return character == NARROW_SPACE ? narrowSpace : glyph(character).advance();
    }

    /** Rows from the base line to the top of a capital. */
    public int capHeight() {
        return glyph('H').top();
    }

    /** Rows from the base line to the top of the highest of these characters. */
    public int ascent(String text) {
        int ascent = 0;
        for (int i = 0; i < text.length(); i++) {
            ascent = Math.max(
                    ascent,
                    text.charAt(i) == NARROW_SPACE ? 0 : glyph(text.charAt(i)).top());
        }
        return ascent;
    }

    /** Rows below the base line that the lowest of these characters needs. */
    public int descent(String text) {
        int descent = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != NARROW_SPACE) {
                Glyph glyph = glyph(text.charAt(i));
                descent = Math.max(descent, glyph.mask().height() - glyph.top());
            }
        }
        return descent;
    }

    /** Draws text with its origin at a place on the base line, in black or in white. */
    public void draw(Canvas canvas, String text, int x, int baseline, boolean white) {
        int pen = x;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character != NARROW_SPACE) {
                Glyph glyph = glyph(character);
                canvas.stamp(glyph.mask(), pen + glyph.left(), baseline - glyph.top(), white);
            }
            pen += advance(character);
        }
    }

    private Glyph glyph(char character) {
        Glyph known = glyphs.get(character);
        return known != null ? known : glyphs.computeIfAbsent(character, this::rasterise);
    }

    private Glyph rasterise(char character) {
        int index = file.glyph(character);
        Outline outline;
        synchronized (hinter) {
            outline = hinter.outline(index == 0 ? file.glyph(REPLACEMENT) : index);
        }
        return depth == Depth.MONO ? Scan.mono(outline) : Scan.grey(outline);
    }
}
