package energy.sem.history.peak;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class GridConnectionTest {

    @ParameterizedTest(name = "{0} carries {1} W, without a neutral {2} W")
    @CsvSource({
        "1x40A, 9200, 9200",
        "1x63A, 14490, 14490",
        "3x25A, 17250, 9959",
        "3x40A, 27600, 15934",
        "3x1000A, 690000, 398360"
    })
    void a_setting_says_what_it_carries(String setting, int watts, int withoutNeutralWatts) {
        assertThat(GridConnection.of(setting).watts(false)).isEqualTo(watts);
        assertThat(GridConnection.of(setting).watts(true)).isEqualTo(withoutNeutralWatts);
    }

    @Test
    void the_usual_one_is_40_amperes_on_one_phase_and_25_on_three() {
        assertThat(GridConnection.usual(1)).isEqualTo(GridConnection.of("1x40A"));
        assertThat(GridConnection.usual(3)).isEqualTo(GridConnection.of("3x25A"));
        assertThat(GridConnection.usual(0)).isEqualTo(GridConnection.of("3x25A"));
    }
}
