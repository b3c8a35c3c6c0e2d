package energy.sem.display.font;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

import energy.sem.display.raster.Mask;

/**
 * Reads a font in the Glyph Bitmap Distribution Format 2.1 (Adobe, technical note 5005), with 1 bit a pixel or, as FreeType
 * and FontForge read it too, with 4: a fourth number of {@code SIZE} says so. Lines that it does not need are passed over.
 */
final class Bdf {
    /** The ink of a black pixel. */
    static final int FULL = 15;

    private final BufferedReader lines;
    private final String name;
    private int bits = 1;

    private Bdf(Reader reader, String name) {
        lines = new BufferedReader(reader);
        this.name = name;
    }

    /**
     * All glyphs, in the order of the file. A pixel has ink from 0 to {@link #FULL}.
     *
     * @param name of the file, for the error
     * @throws IllegalArgumentException when it is not such a font
     */
    static List<Glyph> read(Reader reader, String name) throws IOException {
        return new Bdf(reader, name).glyphs();
    }

    private List<Glyph> glyphs() throws IOException {
        List<Glyph> glyphs = new ArrayList<>();
        if (!next().startsWith("STARTFONT 2.")) {
            throw broken("does not begin with STARTFONT 2.1");
        }
        for (String line = next(); !line.equals("ENDFONT"); line = next()) {
            if (line.startsWith("SIZE ")) {
                int[] size = numbers(line);
                bits = size.length > 3 ? size[3] : 1;
            } else if (line.startsWith("STARTCHAR ")) {
                glyphs.add(glyph());
            }
        }
        return glyphs;
    }

    private Glyph glyph() throws IOException {
        char character = 0;
        int advance = 0;
        int[] box = new int[4];
        for (String line = next(); !line.equals("BITMAP"); line = next()) {
            if (line.startsWith("ENCODING ")) {
                character = (char) numbers(line)[0];
            } else if (line.startsWith("DWIDTH ")) {
                advance = numbers(line)[0];
            } else if (line.startsWith("BBX ")) {
                box = numbers(line);
            }
        }
        byte[] ink = new byte[box[0] * box[1]];
        for (int row = 0; row < box[1]; row++) {
            unpack(next(), ink, row * box[0], box[0]);
        }
        if (!next().equals("ENDCHAR")) {
            throw broken("has more rows in a glyph than its box: U+" + Integer.toHexString(character));
        }
        return new Glyph(character, new Mask(box[0], box[1], ink), box[2], box[1] + box[3], advance);
    }

    /** A row of hexadecimal figures, the leftmost pixel in the highest bits. */
    private void unpack(String row, byte[] ink, int at, int width) {
        int most = (1 << bits) - 1;
        for (int x = 0; x < width; x++) {
            int bit = x * bits;
            int figure = bit / 4 < row.length() ? Character.digit(row.charAt(bit / 4), 16) : -1;
            if (figure < 0) {
                throw broken("has a row that is no " + width + " pixels: " + row);
            }
            ink[at + x] = (byte) ((figure >> (4 - bits - bit % 4) & most) * FULL / most);
        }
    }

    private int[] numbers(String line) {
        String[] words = line.strip().split(" +", -1);
        int[] numbers = new int[words.length - 1];
        try {
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = Integer.parseInt(words[i + 1]);
            }
        } catch (NumberFormatException e) {
            throw broken("has no whole numbers in: " + line);
        }
        return numbers;
    }

    private String next() throws IOException {
        String line = lines.readLine();
        if (line == null) {
            throw broken("ends too early");
        }
        return line;
    }

    private IllegalArgumentException broken(String what) {
        return new IllegalArgumentException("the font " + name + " " + what);
    }
}
