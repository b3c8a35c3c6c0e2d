package energy.sem.p1;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class P1TimeTest {

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    @ParameterizedTest
    @CsvSource({
        "2024-10-27T02:30:00, S, 2024-10-27T00:30:00Z",
        "2024-10-27T02:30:00, W, 2024-10-27T01:30:00Z",
        "2025-03-30T03:00:00, S, 2025-03-30T01:00:00Z",
        "2025-07-01T12:00:00, W, 2025-07-01T11:00:00Z",
    })
    void the_suffix_decides_the_instant(LocalDateTime local, P1Time.Suffix suffix, Instant instant) {
        assertThat(P1Time.of(local, suffix).instant()).contains(instant);
        assertThat(P1Time.of(local, suffix).instant(ZoneId.of("Asia/Tokyo"), Instant.EPOCH))
                .isEqualTo(instant);
    }

    @ParameterizedTest
    @CsvSource({
        // the hour that comes twice: summer first
        "2024-10-27T02:30:00, 2024-10-27T00:30:05Z, 2024-10-27T00:30:00Z",
        "2024-10-27T02:30:00, 2024-10-27T01:30:05Z, 2024-10-27T01:30:00Z",
        "2024-10-27T02:30:00, 2024-10-28T09:00:00Z, 2024-10-27T01:30:00Z",
        // a clock that is ten minutes ahead
        "2024-10-27T02:30:00, 2024-10-27T01:20:00Z, 2024-10-27T01:30:00Z",
        // any other time
        "2024-07-01T12:00:00, 2024-07-01T10:00:01Z, 2024-07-01T10:00:00Z",
        "2024-01-01T12:00:00, 2024-01-01T11:00:01Z, 2024-01-01T11:00:00Z",
        // an hour that does not exist
        "2025-03-30T02:30:00, 2025-03-30T01:30:01Z, 2025-03-30T01:30:00Z",
    })
    void without_a_suffix_it_is_the_candidate_nearest_before_arrival(
            LocalDateTime local, Instant arrival, Instant instant) {
        P1Time time = P1Time.of(local, P1Time.Suffix.NONE);
        assertThat(time.instant()).isEmpty();
        assertThat(time.instant(BRUSSELS, arrival)).isEqualTo(instant);
    }

    @Property
    void the_stamp_of_an_instant_has_that_instant_and_the_calendars_suffix(
            @ForAll @LongRange(min = 946_684_800, max = 4_102_440_000L) long second) {
        Instant instant = Instant.ofEpochSecond(second);
        P1Time time = P1Time.of(instant, BRUSSELS);
        assertThat(time.instant()).contains(instant);
        assertThat(time.contradictsCalendar()).isFalse();
        assertThat(time.local()).isEqualTo(LocalDateTime.ofInstant(instant, BRUSSELS));
    }

    @Test
    void a_summer_stamp_with_winter_suffix_contradicts_the_calendar() {
        assertThat(P1Time.of(LocalDateTime.parse("2025-07-01T12:00:00"), P1Time.Suffix.W)
                        .contradictsCalendar())
                .isTrue();
    }

    @Test
    void a_zone_of_another_offset_has_no_suffix() {
        assertThatThrownBy(() -> P1Time.of(Instant.EPOCH, ZoneId.of("Asia/Tokyo")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Asia/Tokyo");
    }
}
