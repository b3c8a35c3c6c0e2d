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
    private static final int CONNECTION_W = 17_250;

    @ParameterizedTest(name = "at {0}: so far {1} W, now {2} W, month peak {3} W, connection {4} W")
    @CsvSource({
        // at the start nothing is counted yet: everything is to come
        "10:15:00,    0, 1000, 4200, 17250, 1000, 4200,  3200, 3200",
        // half way: half of the present power is still to come, and what is free may be twice as much
        "10:22:30, 1200, 1400, 4200, 17250, 1900, 4200,  4600, 2800",
        // the month peak so far costs as much as 2.5 kW
        "10:15:00,    0, 1000, 1100, 17250, 1000, 2500,  1500, 1500",
        "10:15:00,    0, 1000,     , 17250, 1000, 2500,  1500, 1500",
        // already beyond; and beyond in this quarter hour only
        "10:22:30, 3000, 4000, 4200, 17250, 5000, 4200,     0,  200",
        "10:15:00,    0, 6000, 4200, 17250, 6000, 4200,     0,    0",
        // near the end the arithmetic allows more than the connection carries
        "10:29:00, 1000, 1000, 4000, 17250, 1066, 4000, 16250, 3000",
        "10:29:00, 1000, 1000, 4000, 9200, 1066, 4000,  8200, 3000",
        "10:29:59, 1000,    0, 4000, 17250, 1000, 4000, 17250, 4000",
        // a month peak above the connection (it was made stronger, or weaker): no figure that cannot be had
        "10:15:00,    0, 1000, 12000, 9200, 1000, 12000, 8200, 8200",
    })
    void projects_the_present_power_to_the_end(
            String time,
            int demandW,
            int importW,
            Integer monthPeakW,
            int connectionW,
            int projectedW,
            int limitW,
            int freeW,
            int freeAfterW) {
        long at = Instant.parse("2026-11-22T" + time + "Z").toEpochMilli();
        assertThat(RunningQuarter.at(at, demandW, importW, monthPeakW, connectionW))
                .isEqualTo(new RunningQuarter(demandW, projectedW, limitW, freeW, freeAfterW));
    }

    @Property
    void using_what_is_free_never_makes_a_new_peak(
            @ForAll @LongRange(max = 839_999) long intoMilli,
            @ForAll @IntRange(max = 20_000) int demandW,
            @ForAll @IntRange(max = 20_000) int importW,
            @ForAll @IntRange(max = 20_000) int monthPeakW) {
        long at = Instant.parse("2026-11-22T10:15:00Z").toEpochMilli() + intoMilli;
        RunningQuarter running = RunningQuarter.at(at, demandW, importW, monthPeakW, CONNECTION_W);
        if (running.freeW() > 0) {
            RunningQuarter used = RunningQuarter.at(at, demandW, importW + running.freeW(), monthPeakW, CONNECTION_W);
            assertThat(used.projectedW()).isLessThanOrEqualTo(running.limitW());
        }
        if (running.freeAfterW() > 0) {
            RunningQuarter next = RunningQuarter.at(
                    Instant.parse("2026-11-22T10:30:00Z").toEpochMilli(),
                    0,
                    importW + running.freeAfterW(),
                    monthPeakW,
                    CONNECTION_W);
            assertThat(next.projectedW()).isLessThanOrEqualTo(running.limitW());
        }
    }
}
