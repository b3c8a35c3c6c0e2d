package energy.sem.display.paint;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import energy.sem.display.raster.Depth;
import energy.sem.display.raster.Panel;
import energy.sem.display.raster.Picture;
import energy.sem.display.view.Period;
import energy.sem.display.view.Sample;
import energy.sem.display.view.View;

import static org.assertj.core.api.Assertions.assertThat;

class ChartTest {
    private static final int BLACK = 0;
    private static final int DARK = 1;
    private static final int LIGHT = 2;
    private static final int WHITE = 3;
    /** The middle of Monday's bar in a week's picture. */
    private static final int MONDAY_X = 38 + 31;

    private final Painter painter = new Painter();

    private Picture grey(Sample sample) {
        return painter.paint(sample.view(), Panel.ORIGINAL);
    }

    /** The row of the zero line: the lowest one that is black all along the plot. */
    private static int zero(Picture picture) {
        for (int y = 258; y > 100; y--) {
            boolean line = true;
            for (int x = 38; x < 472 && line; x++) {
                line = picture.level(x, y) == BLACK;
            }
            if (line) {
                return y;
            }
        }
        throw new AssertionError("no zero line");
    }

    @Test
    void import_is_black_above_zero_and_export_dark_grey_below() {
        Picture picture = grey(Samples.week());
        int zero = zero(picture);
        assertThat(picture.level(MONDAY_X, zero - 20)).isEqualTo(BLACK);
        assertThat(picture.level(MONDAY_X, zero + 5)).isEqualTo(DARK);
    }

    @Test
    void the_week_before_is_light_grey_behind() {
        Picture picture = grey(Samples.week());
        assertThat(picture.level(38 + 6 * 62 + 31, zero(picture) - 20)).isEqualTo(LIGHT);
        assertThat(picture.level(MONDAY_X - 24, zero(picture) - 20)).isEqualTo(LIGHT);
    }

    @Test
    void the_running_bar_is_an_outline() {
        Picture picture = grey(Samples.week());
        int zero = zero(picture);
        int left = 38 + 3 * 62 + 11;
        assertThat(picture.level(left, zero - 20)).isEqualTo(BLACK);
        assertThat(picture.level(left + 1, zero - 20)).isEqualTo(BLACK);
        assertThat(picture.level(left + 2, zero - 20)).isEqualTo(WHITE);
    }

    @Test
    void a_home_that_never_exported_has_its_zero_line_at_the_bottom() {
        assertThat(zero(grey(Samples.week().withoutSun()))).isEqualTo(256);
        assertThat(zero(grey(Samples.week()))).isLessThan(256);
    }

    @ParameterizedTest
    @EnumSource
    void a_gap_is_not_a_zero(Depth depth) {
        Picture gap = painter.paint(Samples.week().gaps(1).view(), Panel.ORIGINAL.in(depth));
        Picture zero = painter.paint(
                Samples.week().amounts(i -> i == 1 ? 0 : 9000).exports(i -> 0).view(), Panel.ORIGINAL.in(depth));
        int tuesday = 38 + 62 + 31;
        assertThat(blackPixels(gap, tuesday)).isGreaterThan(10);
        assertThat(blackPixels(zero, tuesday)).isLessThanOrEqualTo(10 + (depth == Depth.MONO ? 60 : 0));
    }

    private static long blackPixels(Picture picture, int x) {
        long count = 0;
        for (int y = 130; y < zero(picture); y++) {
            count += picture.level(x, y) == BLACK ? 1 : 0;
        }
        return count;
    }

    @ParameterizedTest
    @CsvSource({"2026-03-29, 23", "2026-10-25, 25", "2026-10-26, 24"})
    void a_day_has_as_many_bars_as_hours(String day, int hours) {
        View view = Sample.of(Period.DAY, java.time.LocalDate.parse(day))
                .offset(-3)
                .first()
                .withoutSun()
                .amounts(i -> 1000)
                .view();
        Picture picture = painter.paint(view, Panel.ORIGINAL);
        int row = zero(picture) - 10;
        int bars = 0;
        for (int x = 38; x < 480; x++) {
            bars += picture.level(x, row) == BLACK && picture.level(x - 1, row) != BLACK ? 1 : 0;
        }
        assertThat(bars).isEqualTo(hours);
    }

    @ParameterizedTest
    @EnumSource
    void hours_are_named_once_on_the_day_that_has_two_of_them(Depth depth) {
        View view = Samples.golden().get("day-25-hours");
        assertThat(painter.drawing(view, Panel.ORIGINAL.in(depth)).placed().stream()
                        .filter(text -> text.style() == Style.TICK)
                        .map(Drawing.Placed::text))
                .containsExactly("0", "3", "6", "9", "12", "15", "18", "21");
    }

    private java.util.List<String> labels(View view) {
        return painter.drawing(view, Panel.ORIGINAL).placed().stream()
                .filter(text -> text.style() == Style.AXIS)
                .map(Drawing.Placed::text)
                .toList();
    }

    @Test
    void from_ten_thousand_on_the_axis_counts_in_megawatt_hours() {
        assertThat(labels(Samples.golden().get("year-99999-kwh")))
                .containsExactly("15", "10", "5", "0", "5", "10", "MWh");
    }
}
