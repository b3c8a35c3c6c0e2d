package energy.sem.ingest.price;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.bill.price.DeliveryDay;

import static org.assertj.core.api.Assertions.assertThat;

class DueTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-28T11:59:59Z, 2026-11-28",
        "2026-11-28T12:00:00Z, 2026-11-29",
        "2026-07-28T10:59:59Z, 2026-07-28",
        "2026-07-28T11:00:00Z, 2026-07-29"
    })
    void tomorrow_is_due_from_13_h_in_brussels(Instant now, LocalDate first) {
        assertThat(Due.since(Optional.empty(), now).days(now).get(0).date()).isEqualTo(first);
    }

    @Test
    void days_are_wanted_back_to_the_first_one() {
        Instant now = Instant.parse("2026-11-28T08:00:00Z");
        assertThat(Due.since(Optional.empty(), now).days(now))
                .extracting(day -> day.date().toString())
                .containsExactly("2026-11-28", "2026-11-27");
        assertThat(Due.since(Optional.of(LocalDate.of(2026, 1, 1)), now).days(now))
                .hasSize(332);
    }

    @Test
    void a_day_is_asked_for_once_more_when_it_has_begun() {
        DeliveryDay day = new DeliveryDay(LocalDate.of(2026, 11, 28));
        Instant before = Instant.parse("2026-11-27T12:05:00Z");
        assertThat(Due.mayBeCorrected(day, before, Instant.parse("2026-11-27T20:00:00Z")))
                .isFalse();
        assertThat(Due.mayBeCorrected(day, before, Instant.parse("2026-11-28T00:01:00Z")))
                .isTrue();
        assertThat(Due.mayBeCorrected(
                        day, Instant.parse("2026-11-28T00:01:00Z"), Instant.parse("2026-11-28T00:02:00Z")))
                .isFalse();
        assertThat(Due.mayBeCorrected(day, before, Instant.parse("2026-12-28T00:01:00Z")))
                .as("long ago")
                .isFalse();
    }

    @Test
    void pauses_grow_after_two_hours_and_no_longer_than_six_hours() {
        assertThat(Due.pause(0)).isEqualTo(Duration.ofMinutes(10));
        assertThat(Due.pause(12)).isEqualTo(Duration.ofMinutes(10));
        assertThat(Due.pause(13)).isEqualTo(Duration.ofMinutes(20));
        assertThat(Due.pause(1_000_000)).isEqualTo(Duration.ofHours(6));
    }
}
