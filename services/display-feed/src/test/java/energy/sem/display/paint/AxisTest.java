package energy.sem.display.paint;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AxisTest {
    private static final int HEIGHT = 134;
    private static final int LEAST_STEP = 24;

    @ParameterizedTest
    @CsvSource({
        // up, down, step, half steps up, half steps down
        "12200, 0, 5000, 5, 0",
        "12200, 2500, 5000, 5, 1",
        "12200, 2501, 5000, 5, 2",
        "1400, 900, 500, 6, 4",
        "318000, 360000, 200000, 4, 4",
        "0, 0, 200, 10, 0",
        "130, 0, 50, 6, 0",
        "0, 480, 100, 0, 10",
        "10000000, 14000000, 5000000, 4, 6"
    })
    void has_the_finest_step_whose_labels_do_not_touch(long up, long down, long step, int halvesUp, int halvesDown) {
        Axis axis = Axis.reaching(up, down, HEIGHT, LEAST_STEP);
        assertThat(axis.step()).isEqualTo(step);
        assertThat(axis.halfStepsUp()).isEqualTo(halvesUp);
        assertThat(axis.halfStepsDown()).isEqualTo(halvesDown);
    }

    @Property
    void every_bar_fits_the_plot(
            @ForAll @LongRange(min = 0, max = 100_000_000) long up,
            @ForAll @LongRange(min = 0, max = 100_000_000) long down) {
        Axis axis = Axis.reaching(up, down, HEIGHT, LEAST_STEP);
        assertThat(axis.height()).isLessThanOrEqualTo(HEIGHT);
        assertThat(axis.length(up)).isLessThanOrEqualTo(axis.zero());
        assertThat(axis.length(down)).isLessThanOrEqualTo(axis.height() - axis.zero());
        assertThat(2 * axis.halfStepPixels()).isGreaterThanOrEqualTo(24);
    }

    @Property
    void never_steps_down_while_bars_grow(
            @ForAll @LongRange(min = 1, max = 100_000_000) long up,
            @ForAll @LongRange(min = 0, max = 1_000_000) long more,
            @ForAll @LongRange(min = 0, max = 100_000_000) long down) {
        Axis before = Axis.reaching(up, down, HEIGHT, LEAST_STEP);
        Axis after = Axis.reaching(up + more, down, HEIGHT, LEAST_STEP);
        assertThat(after.step()).isGreaterThanOrEqualTo(before.step());
    }

    @Test
    void an_impossible_amount_has_an_axis_too() {
        Axis axis = Axis.reaching(Long.MAX_VALUE, Long.MAX_VALUE, HEIGHT, LEAST_STEP);
        assertThat(axis.height()).isLessThanOrEqualTo(HEIGHT);
        assertThat(axis.length(Long.MAX_VALUE)).isLessThanOrEqualTo(axis.zero());
    }

    @Test
    void anything_above_nothing_can_be_seen() {
        Axis axis = Axis.reaching(10_000_000, 0, HEIGHT, LEAST_STEP);
        assertThat(axis.length(1)).isEqualTo(1);
        assertThat(axis.length(0)).isZero();
    }
}
