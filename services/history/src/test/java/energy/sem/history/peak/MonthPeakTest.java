package energy.sem.history.peak;

import java.time.YearMonth;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.quarter.Demand;

import static org.assertj.core.api.Assertions.assertThat;

class MonthPeakTest {

    @ParameterizedTest(name = "meter {0} W (closed: {1}), computed {2} W")
    @CsvSource({
        // a closed month is what the meter says, whatever we computed
        "4200, true, 4000, 4200, meter",
        "4200, true, 4400, 4200, meter",
        // one side only
        "4200, false, , 4200, meter",
        ", false, 4000, 4000, computed",
        // a running month that was last heard of before its highest quarter
        "3000, false, 4000, 4000, computed",
        // rounding is no difference
        "3996, false, 4000, 3996, meter",
    })
    void the_meter_counts_unless_it_was_not_heard_to_the_end(
            Integer statedW, boolean closed, Integer computedW, int watts, String source) {
        Demand computed = computedW == null ? null : new Demand(computedW, 1);
        MonthPeak peak = new MonthPeak(YearMonth.of(2026, 11), statedW, null, closed, computed);
        assertThat(peak.watts()).isEqualTo(watts);
        assertThat(peak.source()).isEqualTo(source);
    }
}
