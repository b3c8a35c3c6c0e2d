package energy.sem.display.font;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.display.raster.Mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Fonts as text: the format's own worked example, and what is broken. */
class BdfTest {
    /** The j of the format's description: 9 columns, 22 rows, 2 columns left of its origin, 5 rows below the base line. */
    private static final String SMALL_J =
            """
            STARTFONT 2.1
            COMMENT This is a sample font in 2.1 format.
            FONT -Adobe-Helvetica-Bold-R-Normal--24-240-75-75-P-65-ISO8859-1
            SIZE 24 75 75
            FONTBOUNDINGBOX 9 24 -2 -6
            STARTPROPERTIES 2
            FONT_ASCENT 24
            FONT_DESCENT 6
            ENDPROPERTIES
            CHARS 1
            STARTCHAR j
            ENCODING 106
            SWIDTH 355 0
            DWIDTH 8 0
            BBX 9 22 -2 -6
            BITMAP
            0380
            0380
            0380
            0380
            0000
            0700
            0700
            0700
            0700
            0E00
            0E00
            0E00
            0E00
            0E00
            1C00
            1C00
            1C00
            1C00
            2C00
            7800
            F000
            E000
            ENDCHAR
            ENDFONT
            """;

    private static final String GREY =
            """
            STARTFONT 2.1
            SIZE 3 72 72 4
            STARTCHAR U+0041
            ENCODING 65
            DWIDTH 4 0
            BBX 3 2 0 -1
            BITMAP
            07F0
            F810
            ENDCHAR
            STARTCHAR U+0020
            ENCODING 32
            DWIDTH 2 0
            BBX 0 0 0 0
            BITMAP
            ENDCHAR
            ENDFONT
            """;

    private static List<Glyph> read(String text) throws IOException {
        return Bdf.read(new StringReader(text), "any.bdf");
    }

    private static String drawn(Mask mask) {
        StringBuilder rows = new StringBuilder();
        for (int y = 0; y < mask.height(); y++) {
            for (int x = 0; x < mask.width(); x++) {
                rows.append(Integer.toHexString(mask.ink(x, y)));
            }
            rows.append(' ');
        }
        return rows.toString().strip();
    }

    @Test
    void the_example_of_the_format_is_read_with_its_place() throws IOException {
        Glyph j = read(SMALL_J).get(0);

        assertThat(j.character()).isEqualTo('j');
        assertThat(j.advance()).isEqualTo(8);
        assertThat(j.left()).isEqualTo(-2);
        assertThat(j.top()).isEqualTo(16);
        assertThat(j.below()).isEqualTo(6);
        assertThat(drawn(j.mask())).startsWith("000000fff 000000fff").endsWith("ffff00000 fff000000");
    }

    @Test
    void with_four_bits_each_figure_is_a_pixels_ink() throws IOException {
        List<Glyph> glyphs = read(GREY);

        assertThat(drawn(glyphs.get(0).mask())).isEqualTo("07f f81");
        assertThat(glyphs.get(0).below()).isEqualTo(1);
        assertThat(glyphs.get(1).advance()).isEqualTo(2);
        assertThat(drawn(glyphs.get(1).mask())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "STARTFONT 2.1, PK, does not begin with STARTFONT",
        "ENDFONT, ENDFON, ends too early",
        "BBX 3 2 0 -1, BBX 3 1 0 0, more rows in a glyph than its box: U+41",
        "BBX 3 2 0 -1, BBX 9 2 0 -1, a row that is no 9 pixels: 07F0",
        "07F0, 07G0, a row that is no 3 pixels: 07G0",
        "DWIDTH 4 0, DWIDTH wide 0, no whole numbers in: DWIDTH wide 0",
    })
    void what_is_broken_is_refused_with_the_files_name(String whole, String broken, String cause) {
        assertThatThrownBy(() -> read(GREY.replace(whole, broken)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("any.bdf")
                .hasMessageContaining(cause);
    }
}
