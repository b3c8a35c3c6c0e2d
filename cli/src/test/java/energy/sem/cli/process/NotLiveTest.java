package energy.sem.cli.process;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class NotLiveTest {
    private static final String DOWN =
            """
            {"status":"DOWN","checks":[{"name":"going on","status":"DOWN","data":{"standstill":"nothing was stored"}},
            {"name":"other","status":"UP"}]}""";

    private final NotLive notLive = new NotLive();

    @Test
    void the_fourth_such_answer_in_a_row_counts_and_the_next_is_a_first_one_again() {
        for (int round = 0; round < 2; round++) {
            IntStream.range(0, 3)
                    .forEach(i -> assertThat(notLive.answered(503, DOWN)).isEmpty());
            assertThat(notLive.answered(503, DOWN)).contains(": going on (standstill: nothing was stored)");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 404, 421, 500})
    void any_other_answer_begins_the_count_anew(int status) {
        IntStream.range(0, 3).forEach(i -> notLive.answered(503, DOWN));
        notLive.answered(status, "");
        assertThat(notLive.answered(503, DOWN)).isEmpty();
    }

    @Test
    void so_does_no_answer() {
        IntStream.range(0, 3).forEach(i -> notLive.answered(503, DOWN));
        notLive.saidNothing();
        assertThat(notLive.answered(503, DOWN)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "{", "[]", "null", "{\"checks\":7}"})
    void what_is_no_health_answer_counts_and_says_nothing(String body) {
        IntStream.range(0, 3).forEach(i -> notLive.answered(503, body));
        assertThat(notLive.answered(503, body)).contains("");
    }
}
