package energy.sem.guard;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The arithmetic of a quarter hour, with the table that it is known by. */
class QuarterBudgetTest {
    private static final long QUARTER = 1_780_000_200_000L / 900_000 * 900_000;

    @ParameterizedTest(name = "target {0} W, second {1}, demand {2} W: {3} W")
    @CsvSource({
        "2500, 0, 0, 2500",
        "2500, 300, 1200, 1950",
        "2500, 600, 1900, 1800",
        "2500, 840, 1900, 9000",
        "2500, 450, 2600, -200",
        "4000, 899, 4000, 0",
        "2500, 899, 2499, 900",
    })
    void what_may_be_taken_until_the_end(int targetW, int second, int demandW, long allowedW) {
        assertThat(QuarterBudget.at(QUARTER + 1000L * second, targetW, demandW, 0)
                        .allowedW())
                .isEqualTo(allowedW);
    }

    @ParameterizedTest(name = "second {0}, demand {1} W, import {2} W: {3} W")
    @CsvSource({
        "0, 0, 3000, 3000",
        "450, 1000, 3000, 2500",
        "600, 1900, 0, 1900",
        "899, 1900, 9000, 1910",
        // Into the grid: what was taken stays taken, and a projection that falls is none.
        "450, 1000, -3000, 1000",
    })
    void what_it_ends_at_when_all_stays_as_it_is(int second, int demandW, int importW, int projectedW) {
        assertThat(QuarterBudget.at(QUARTER + 1000L * second, 2500, demandW, importW)
                        .projectedW())
                .isEqualTo(projectedW);
    }

    @Property
    void who_takes_what_is_allowed_ends_at_the_target_and_not_above(
            @ForAll @IntRange(max = 899_999) int milli,
            @ForAll @IntRange(min = 1, max = 100_000) int targetW,
            @ForAll @IntRange(max = 100_000) int demandW) {
        QuarterBudget budget = QuarterBudget.at(QUARTER + milli, targetW, demandW, 0);
        long atEnd = demandW * 900_000L + budget.allowedW() * budget.restMilli();
        assertThat(atEnd)
                .isLessThanOrEqualTo(targetW * 900_000L)
                .isGreaterThan(targetW * 900_000L - budget.restMilli());
    }

    @Property
    void the_rest_is_within_the_quarter_hour(@ForAll long anyMilli) {
        long atMilli = anyMilli / 2;
        assertThat(QuarterBudget.at(atMilli, 2500, 0, 0).restMilli()).isBetween(1L, 900_000L);
    }
}
