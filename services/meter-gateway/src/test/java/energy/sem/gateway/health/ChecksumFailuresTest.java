package energy.sem.gateway.health;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.event.Occurrence;

import static org.assertj.core.api.Assertions.assertThat;

/** Which hours are told to have had telegrams that failed their checksum. */
class ChecksumFailuresTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final ChecksumFailures failures = new ChecksumFailures();

    @ParameterizedTest(name = "{0} failed, {1} valid: told {2}")
    @CsvSource({"5, 0, false", "6, 0, true", "6, 593, true", "6, 595, false", "36, 3564, false", "37, 3563, true"})
    void more_than_five_and_more_than_a_hundredth_are_more_than_chance(int failed, int valid, boolean told) {
        for (int i = 0; i < failed; i++) {
            failures.failed(NOON.plusSeconds(i));
        }
        for (int i = 0; i < valid; i++) {
            assertThat(failures.valid(NOON.plusSeconds(i), "1SEM")).isEmpty();
        }

        Occurrence hour =
                new Occurrence("checksum-failures", "1SEM", null, NOON.plusSeconds(3600), (long) failed, null, 3600L);
        assertThat(failures.valid(NOON.plusSeconds(3600), "1SEM")).isEqualTo(told ? List.of(hour) : List.of());
        assertThat(failures.valid(NOON.plusSeconds(3601), "1SEM")).as("once").isEmpty();
    }

    @Test
    void of_an_outage_each_hour_is_told_with_the_first_valid_telegram_after_it() {
        for (int second = 0; second < 3 * 3600; second += 10) {
            failures.failed(NOON.plusSeconds(second));
        }

        assertThat(failures.valid(NOON.plusSeconds(3 * 3600), "1SEM"))
                .extracting(Occurrence::at)
                .containsExactly(NOON.plusSeconds(3600), NOON.plusSeconds(7200), NOON.plusSeconds(10_800));
    }

    @Test
    void of_an_outage_of_weeks_the_last_two_days_are_told() {
        for (int hour = 0; hour < 500; hour++) {
            for (int i = 0; i < 10; i++) {
                failures.failed(NOON.plusSeconds(3600L * hour + i));
            }
        }
        assertThat(failures.valid(NOON.plusSeconds(3600L * 500), "1SEM")).hasSize(48);
    }
}
