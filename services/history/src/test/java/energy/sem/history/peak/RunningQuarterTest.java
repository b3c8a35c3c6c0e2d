package energy.sem.history.peak;

import java.time.Instant;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RunningQuarterTest {

    @ParameterizedTest(name = "at {0}: so far {1} W, now {2} W, month peak {3} W")
    @CsvSource({
        // at the start nothing is counted yet: everything is to come
        "10:15:00,    0, 1000, 4200, 1000, 4200, 3200",
        // half way: half of the present power is still to come, and what is free may be twice as much
        "10:22:30, 1200, 1400, 4200, 1900, 4200, 4600",
        // the month peak so far costs as much as 2.5 kW
        "10:15:00,    0, 1000, 1100, 1000, 2500, 1500",
        "10:15:00,    0, 1000,     , 1000, 2500, 1500",
        // already beyond
        "10:22:30, 3000, 4000, 4200, 5000, 4200,    0",
        // in the last minute a minute is counted with, or the figure would be absurd
        "10:29:59, 1000,    0, 4000, 1000, 4000, 45000",
    })
    void projects_the_present_power_to_the_end(
            String time, int demandW, int importW, Integer monthPeakW, int projectedW, int limitW, int freeW) {
        long at = Instant.parse("2026-11-22T" + time + "Z").toEpochMilli();
        assertThat(RunningQuarter.at(at, demandW, importW, monthPeakW))
                .isEqualTo(new RunningQuarter(demandW, projectedW, limitW, freeW));
    }

    @Property
    void using_what_is_free_never_makes_a_new_peak(
            @ForAll @LongRange(max = 839_999) long intoMilli,
            @ForAll @IntRange(max = 20_000) int demandW,
            @ForAll @IntRange(max = 20_000) int importW,
            @ForAll @IntRange(max = 20_000) int monthPeakW) {
        long at = Instant.parse("2026-11-22T10:15:00Z").toEpochMilli() + intoMilli;
        RunningQuarter running = RunningQuarter.at(at, demandW, importW, monthPeakW);
        if (running.freeW() > 0) {
            RunningQuarter used = RunningQuarter.at(at, demandW, importW + running.freeW(), monthPeakW);
            assertThat(used.projectedW()).isLessThanOrEqualTo(running.limitW());
        }
    }
}
