package energy.sem.display.raster;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CanvasTest {

    private static String rows(Canvas canvas, int width, int height) {
        Picture picture = canvas.picture();
        StringBuilder text = new StringBuilder();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                text.append(picture.level(x, y));
            }
            text.append('\n');
        }
        return text.toString();
    }

    @Test
    void begins_white() {
        assertThat(new Canvas(Panel.ORIGINAL).picture().levels()).containsOnly((byte) 3);
    }

    @ParameterizedTest
    @CsvSource({"BLACK, 0", "DARK_GREY, 1", "LIGHT_GREY, 2", "WHITE, 3"})
    void in_four_greys_a_tone_is_a_luminance(Tone tone, int level) {
        Canvas canvas = new Canvas(Panel.ORIGINAL);
        canvas.fill(0, 0, 480, 280, tone);
        assertThat(canvas.picture().levels()).containsOnly((byte) level);
    }

    @ParameterizedTest
    @CsvSource({"BLACK, 16", "DARK_GREY, 8", "LIGHT_GREY, 4", "WHITE, 0"})
    void in_black_and_white_a_tone_is_a_pattern_of_its_weight(Tone tone, int blackOfSixteen) {
        Canvas canvas = new Canvas(Panel.ORIGINAL.in(Depth.MONO));
        canvas.fill(8, 8, 4, 4, tone);
        long black = rows(canvas, 20, 20).chars().filter(c -> c == '0').count();
        assertThat(black).isEqualTo(blackOfSixteen);
    }

    @Test
    void patterns_join_without_a_seam_wherever_areas_begin() {
        Canvas whole = new Canvas(Panel.ORIGINAL.in(Depth.MONO));
        whole.fill(3, 5, 60, 40, Tone.DARK_GREY);
        Canvas parts = new Canvas(Panel.ORIGINAL.in(Depth.MONO));
        parts.fill(3, 5, 17, 40, Tone.DARK_GREY);
        parts.fill(20, 5, 43, 13, Tone.DARK_GREY);
        parts.fill(20, 18, 43, 27, Tone.DARK_GREY);
        assertThat(parts.picture()).isEqualTo(whole.picture());
    }

    @ParameterizedTest
    @EnumSource
    void a_gap_is_hatched_in_every_depth(Depth depth) {
        Canvas canvas = new Canvas(Panel.ORIGINAL.in(depth));
        canvas.fill(0, 0, 4, 4, Tone.HATCH);
        assertThat(rows(canvas, 4, 4)).isEqualTo("WWW0\nWW0W\nW0WW\n0WWW\n".replace("W", "" + depth.white()));
    }

    @Test
    void a_frame_is_drawn_inside_its_rectangle() {
        Canvas canvas = new Canvas(Panel.ORIGINAL);
        canvas.frame(1, 1, 6, 5, 2);
        assertThat(rows(canvas, 8, 7))
                .isEqualTo(
                        """
                33333333
                30000003
                30000003
                30033003
                30000003
                30000003
                33333333
                """);
    }

    @Test
    void a_frame_too_small_for_its_thickness_is_full() {
        Canvas canvas = new Canvas(Panel.ORIGINAL);
        canvas.frame(0, 0, 3, 3, 2);
        assertThat(rows(canvas, 4, 4)).isEqualTo("0003\n0003\n0003\n3333\n");
    }

    @Test
    void what_lies_outside_is_left_out() {
        Canvas canvas = new Canvas(Panel.ORIGINAL);
        canvas.fill(-5, -5, 6, 6, Tone.BLACK);
        canvas.fill(479, 279, 50, 50, Tone.BLACK);
        canvas.fill(10, 10, -3, 5, Tone.BLACK);
        canvas.stamp(new Mask(2, 2, new byte[] {3, 3, 3, 3}), 479, -1, false);
        byte[] levels = canvas.picture().levels();
        int black = 0;
        for (byte level : levels) {
            black += level == 0 ? 1 : 0;
        }
        assertThat(black).isEqualTo(3);
    }

    @Test
    void black_ink_only_darkens_and_white_ink_only_lightens() {
        Mask mask = new Mask(4, 1, new byte[] {0, 1, 2, 3});
        Canvas canvas = new Canvas(Panel.ORIGINAL);
        canvas.stamp(mask, 0, 0, false);
        canvas.fill(0, 1, 4, 1, Tone.DARK_GREY);
        canvas.stamp(mask, 0, 1, false);
        canvas.fill(0, 2, 4, 1, Tone.BLACK);
        canvas.stamp(mask, 0, 2, true);
        assertThat(rows(canvas, 4, 3)).isEqualTo("3210\n1110\n0123\n");
    }

    @Test
    void a_picture_is_not_changed_by_drawing_on() {
        Canvas canvas = new Canvas(Panel.ORIGINAL);
        Picture before = canvas.picture();
        canvas.fill(0, 0, 10, 10, Tone.BLACK);
        before.levels()[0] = 0;
        assertThat(before.level(0, 0)).isEqualTo(3);
        assertThat(before).isNotEqualTo(canvas.picture());
    }

    @Test
    void a_picture_of_another_size_or_with_impossible_levels_is_refused() {
        assertThatThrownBy(() -> new Picture(Panel.ORIGINAL, new byte[100]))
                .isInstanceOf(IllegalArgumentException.class);
        byte[] grey = new byte[480 * 280];
        grey[7] = 2;
        assertThat(new Picture(Panel.ORIGINAL, grey).level(7, 0)).isEqualTo(2);
        assertThatThrownBy(() -> new Picture(Panel.ORIGINAL.in(Depth.MONO), grey))
                .hasMessageContaining("no level 2");
        assertThatThrownBy(() -> new Mask(2, 2, new byte[3])).isInstanceOf(IllegalArgumentException.class);
    }
}
