package energy.sem.cli.household;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

import static org.assertj.core.api.Assertions.assertThat;

class ChanceTest {
    @Property
    void a_sequence_repeats_itself(@ForAll long seed, @ForAll long index) {
        Chance one = Chance.of(seed, "cooking", index);
        Chance same = Chance.of(seed, "cooking", index);
        for (int i = 0; i < 10; i++) {
            assertThat(one.uniform()).isEqualTo(same.uniform()).isBetween(0.0, Math.nextDown(1.0));
        }
    }

    @Property
    void a_smooth_curve_stays_within_its_range_and_has_no_jumps(
            @ForAll long seed, @ForAll @DoubleRange(min = -1e6, max = 1e6) double x) {
        double here = Chance.smooth(seed, x);
        double beside = Chance.smooth(seed, x + 1e-3);

        assertThat(here).isBetween(0.0, 1.0);
        assertThat(Math.abs(here - beside)).isLessThan(2e-3);
    }
}
