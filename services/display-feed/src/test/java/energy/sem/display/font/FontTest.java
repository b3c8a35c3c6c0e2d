package energy.sem.display.font;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.display.raster.Canvas;
import energy.sem.display.raster.Depth;
import energy.sem.display.raster.Panel;
import energy.sem.display.raster.Picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FontTest {
    private static final Fonts FONTS = new Fonts();
    private static final int BASELINE = 100;

    /** A text's pixels as characters: the ink's weight, from nothing to full. */
    private static String drawn(Font font, String text) {
        Canvas canvas = new Canvas(Panel.ORIGINAL);
        font.draw(canvas, text, 0, BASELINE, false);
        Picture picture = canvas.picture();
        StringBuilder rows = new StringBuilder();
        for (int y = BASELINE - font.ascent(text); y < BASELINE + font.descent(text); y++) {
            StringBuilder row = new StringBuilder();
            for (int x = 0; x < font.width(text); x++) {
                row.append("#+-.".charAt(picture.level(x, y)));
            }
            rows.append(row).append('\n');
        }
        return rows.toString();
    }

    @Test
    void small_text_has_stems_of_whole_pixels_and_open_counters() {
        Font font = FONTS.font(Weight.REGULAR, 15, 13, Depth.MONO);
        assertThat(drawn(font, "48m³"))
                .isEqualTo(
                        """
                ....##....####................####
                ...#.#...##..##..................#
                ...#.#...#....#................##.
                ...#.#...#....#..#.###..###......#
                ..#..#...##..##..##...##...#.....#
                ..#..#....####...#....#....#..###.
                .#...#...##..##..#....#....#......
                .######..#....#..#....#....#......
                .....#...#....#..#....#....#......
                .....#...##..##..#....#....#......
                .....#....####...#....#....#......
                """);
    }

    @ParameterizedTest
    @CsvSource({"REGULAR, 13, 11", "REGULAR, 15, 13", "BOLD, 20, 17", "BOLD, 22, 19"})
    void straight_letters_have_no_soft_edges_even_in_greys(Weight weight, int height, int width) {
        Font font = FONTS.font(weight, height, width, Depth.GREY4);
        assertThat(drawn(font, "HEFTLil")).doesNotContain("+", "-");
    }

    @ParameterizedTest
    @CsvSource({"REGULAR, 13, 11", "BOLD, 15, 13", "BOLD, 22, 19", "BOLD, 36, 32", "BOLD, 50, 45", "BOLD, 68, 61"})
    void figures_are_of_one_width(Weight weight, int height, int width) {
        for (Depth depth : Depth.values()) {
            Font font = FONTS.font(weight, height, width, depth);
            assertThat("0123456789".chars().map(c -> font.width(String.valueOf((char) c))))
                    .as("in %s", depth)
                    .containsOnly(font.width("8"));
        }
    }

    @ParameterizedTest
    @CsvSource({"REGULAR, 13, 11", "REGULAR, 15, 13", "BOLD, 18, 17", "BOLD, 20, 17", "BOLD, 22, 19", "BOLD, 24, 21"})
    void capitals_of_a_size_stand_on_one_line_and_reach_one_height(Weight weight, int height, int width) {
        for (Depth depth : Depth.values()) {
            Font font = FONTS.font(weight, height, width, depth);
            for (char letter : "BDEFHIKLMNPRTZ".toCharArray()) {
                String text = String.valueOf(letter);
                assertThat(font.ascent(text)).as("%s in %s", text, depth).isEqualTo(font.capHeight());
                assertThat(font.descent(text)).as("%s in %s", text, depth).isZero();
            }
        }
    }

    @Test
    void what_the_typeface_does_not_have_is_known_and_drawn_as_a_sign_of_it() {
        Font font = FONTS.font(Weight.REGULAR, 16, 14, Depth.MONO);
        assertThat(font.has("abc é € \u202F")).isTrue();
        assertThat(font.has("\u4E00")).isFalse();
        assertThat(drawn(font, "\u4E00")).isEqualTo(drawn(font, "\uFFFD")).contains("#");
    }

    @Test
    void narrow_no_break_space_is_narrower_than_a_space() {
        Font font = FONTS.font(Weight.REGULAR, 16, 14, Depth.MONO);
        assertThat(font.width("\u202F")).isPositive().isLessThan(font.width(" "));
    }

    @Test
    void a_size_that_was_not_drawn_ahead_is_refused_with_what_to_do() {
        assertThatThrownBy(() -> FONTS.font(Weight.BOLD, 23, 19, Depth.MONO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bold-23x19-mono.bdf")
                .hasMessageContaining("tools/glyphs");
    }
}
