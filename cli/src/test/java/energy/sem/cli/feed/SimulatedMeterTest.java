package energy.sem.cli.feed;

import java.time.Instant;
import java.time.Period;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.cli.meter.Simulation;

import static org.assertj.core.api.Assertions.assertThat;

class SimulatedMeterTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:20:07Z");

    private final SimulatedMeter meter = SimulatedMeter.open("home", new Simulation(1, Period.ofMonths(13)));

    @AfterEach
    void close() {
        meter.close();
    }

    @Test
    void the_first_start_begins_thirteen_months_ago_by_the_calendar() {
        assertThat(meter.firstMissing(null, NOW)).isEqualTo("2025-10-22T09:30:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "on an edge: the next one,          2026-11-20T10:15:00Z, 2026-11-20T10:30:00Z",
        "between two: the one after,        2026-11-20T10:15:01Z, 2026-11-20T10:30:00Z",
        "just now: nothing until the next,  2026-11-22T10:20:06Z, 2026-11-22T10:30:00Z",
        "years ago: no more than the history, 2023-05-01T00:00:00Z, 2025-10-22T09:30:00Z"
    })
    void a_later_start_fills_the_gap_behind_the_last_stored_reading(String what, Instant stored, Instant first) {
        assertThat(meter.firstMissing(stored, NOW)).as(what).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-22T10:15:00Z, 1", "2026-11-22T10:30:00Z, 0", "2026-11-22T09:15:00Z, 5"})
    void edges_are_counted_with_both_ends(Instant first, long edges) {
        assertThat(SimulatedMeter.edges(first, NOW)).isEqualTo(edges);
    }
}
