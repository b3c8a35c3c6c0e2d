package energy.sem.display.font;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;

import energy.sem.display.raster.Canvas;

/** The typeface in one weight, size and depth. Figures are all of one width. Immutable. */
public final class Font {
    /** Drawn for a character that the font does not have. */
    private static final char REPLACEMENT = '\uFFFD';

    /** Ascending, each beside its glyph: a text is looked up character by character. */
    private final char[] characters;

    private final Glyph[] glyphs;
    private final Glyph replacement;

    Font(List<Glyph> given) {
        glyphs = given.stream().sorted(Comparator.comparing(Glyph::character)).toArray(Glyph[]::new);
        characters = new char[glyphs.length];
        for (int i = 0; i < glyphs.length; i++) {
            characters[i] = glyphs[i].character();
        }
        replacement = glyph(REPLACEMENT);
        if (replacement == null) {
            throw new IllegalArgumentException("a font needs a glyph for what it does not have: U+FFFD");
        }
    }

    /** Whether the font has all these characters. */
    public boolean has(String text) {
        return text.chars().allMatch(c -> glyph((char) c).character() == c);
    }

    /** The width in pixels from the first glyph's origin to the end of the last one's advance. */
    public int width(String text) {
        int width = 0;
        for (int i = 0; i < text.length(); i++) {
            width += glyph(text.charAt(i)).advance();
        }
        return width;
    }

    /** Rows from the base line to the top of a capital. */
    public int capHeight() {
        return glyph('H').top();
    }

    /** Rows from the base line to the top of the highest of these characters. */
    public int ascent(String text) {
        return most(text, Glyph::top);
    }

    /** Rows below the base line that the lowest of these characters needs. */
    public int descent(String text) {
        return most(text, Glyph::below);
    }

    private int most(String text, ToIntFunction<Glyph> rows) {
        return text.chars().map(c -> rows.applyAsInt(glyph((char) c))).reduce(0, Math::max);
    }

    /** Draws text with its origin at a place on the base line, in black or in white. */
    public void draw(Canvas canvas, String text, int x, int baseline, boolean white) {
        int pen = x;
        for (int i = 0; i < text.length(); i++) {
            Glyph glyph = glyph(text.charAt(i));
            canvas.stamp(glyph.mask(), pen + glyph.left(), baseline - glyph.top(), white);
            pen += glyph.advance();
        }
    }

    private Glyph glyph(char character) {
        int low = 0;
        int high = characters.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (characters[middle] == character) {
                return glyphs[middle];
            }
            if (characters[middle] < character) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return replacement;
    }
}
