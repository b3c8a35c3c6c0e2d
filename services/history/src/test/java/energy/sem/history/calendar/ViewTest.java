package energy.sem.history.calendar;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import energy.sem.base.Problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ViewTest {

    @ParameterizedTest
    @CsvSource({
        "day, DAY, 0",
        "Week, WEEK, 0",
        "MONTH, MONTH, 0",
        "'week,-2', WEEK, -2",
        "'week, -2', WEEK, -2",
        "'Week ,  -2 ', WEEK, -2",
        "'year,0', YEAR, 0",
        "'year,-0', YEAR, 0",
    })
    void is_read_in_any_case_and_with_any_space(String text, Period period, int offset) {
        assertThat(View.of(text, null)).isEqualTo(new View(period, offset));
    }

    @Test
    void the_offset_may_stand_beside_it() {
        assertThat(View.of("week", -2)).isEqualTo(new View(Period.WEEK, -2));
        assertThat(View.of("week,-2", -2)).isEqualTo(new View(Period.WEEK, -2));
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> View.of("week,-2", -3));
    }

    @ParameterizedTest
    @CsvSource({"'week,2', 'The past is negative: week,-2'", "'week,+2', 'The past is negative: week,-2'"})
    void the_future_is_refused(String text, String detail) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> View.of(text, null))
                .withMessage(detail);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "fortnight",
                "week,",
                "week,two",
                "week,-",
                "week,-2,-3",
                "week;-2",
                "week,-9999999999",
                "week,-999999999",
                "' OR 1=1 --",
                "wéék",
                "day\nweek"
            })
    void anything_else_is_refused(String text) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> View.of(text, null))
                .satisfies(problem -> assertThat(problem.status()).isEqualTo(400));
    }
}
