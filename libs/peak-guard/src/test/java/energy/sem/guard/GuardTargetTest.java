package energy.sem.guard;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class GuardTargetTest {
    @ParameterizedTest(name = "{3}: {2} W")
    @CsvSource({
        "2500, 0, 2400, the first quarter hours of a month",
        "2500, 1800, 2400, a lower peak costs no less",
        "2500, 4250, 4150, what the month has already is not defended",
        "4000, 0, 3900, a number of the user's",
        "4000, 3000, 3900, a number of the user's above the peak",
        "4000, 5200, 5100, a peak above the number of the user's",
        "50, 0, 1, never nothing",
    })
    void what_is_defended(int floorW, int monthPeakW, int targetW, String when) {
        assertThat(new GuardTarget(floorW, 100).watts(monthPeakW)).as(when).isEqualTo(targetW);
    }
}
