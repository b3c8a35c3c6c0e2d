package energy.sem.system.scaling;

import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DurationsTest {
    private static final long MILLI = 1_000_000;

    @ParameterizedTest(name = "{1} of 1 to {0} ms are done within {2} ms")
    @CsvSource({
        "1, 0.5, 1",
        "1, 1, 1",
        "2, 0.5, 1",
        "3, 0.5, 2",
        "100, 0.5, 50",
        "100, 0.99, 99",
        "100, 1, 100",
        "101, 0.99, 100",
        "2000, 0.99, 1980",
        "2000, 0.001, 2"
    })
    void a_share_of_them_was_done_within_the_time_of_the_one_that_completes_it(int count, double share, double millis) {
        Durations durations = new Durations();
        // In an order that is not theirs.
        LongStream.rangeClosed(1, count).map(i -> count + 1 - i).forEach(i -> durations.add(i * MILLI));

        assertThat(durations.count()).isEqualTo(count);
        assertThat(durations.millis(share)).isEqualTo(millis);
    }

    @Test
    void without_any_there_is_no_time() {
        assertThat(new Durations().millis(0.5)).isNaN();
    }
}
