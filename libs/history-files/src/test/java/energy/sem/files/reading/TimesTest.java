package energy.sem.files.reading;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TimesTest {
    private static final WallTimes BRUSSELS = new WallTimes(ZoneId.of("Europe/Brussels"));

    @Property
    void the_wall_time_of_an_instant_is_the_first_or_the_second_time_of_it(
            @ForAll @LongRange(min = 946_684_800, max = 2_000_000_000) long second) {
        Instant at = Instant.ofEpochSecond(second);
        LocalDateTime wall = BRUSSELS.at(at);

        assertThat(BRUSSELS.isMissing(wall)).isFalse();
        assertThat(at).isIn(BRUSSELS.first(wall), BRUSSELS.second(wall));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-10-26T00:45:00Z, 2025-10-26T02:00, 2025-10-26T01:00:00Z",
        "2025-10-26T00:00:00Z, 2025-10-26T02:15, 2025-10-26T00:15:00Z",
        "2025-10-26T01:00:00Z, 2025-10-26T02:15, 2025-10-26T01:15:00Z",
        "2025-10-26T01:45:00Z, 2025-10-26T03:00, 2025-10-26T02:00:00Z",
        "2025-03-30T00:45:00Z, 2025-03-30T03:00, 2025-03-30T01:00:00Z",
        "2025-03-30T00:45:00Z, 2025-03-30T02:00, 2025-03-30T01:00:00Z",
    })
    void an_end_is_the_first_time_after_its_beginning(Instant from, LocalDateTime wall, Instant end) {
        assertThat(BRUSSELS.after(from, wall)).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource({
        "2-9-2025 0:15, 2025-09-02T00:15",
        "02/09/2025 00:15:00, 2025-09-02T00:15",
        "2025-09-02 00:15:30, 2025-09-02T00:15:30",
        "2025-09-02T00:15:30.123, 2025-09-02T00:15:30",
        "02.09.2025 23:00, 2025-09-02T23:00",
        "02-09-2025 24:00:00, 2025-09-03T00:00",
        "02-09-2025, 2025-09-02T00:00",
    })
    void wall_times_are_read_as_systems_write_them(String text, LocalDateTime time) throws Exception {
        assertThat(WallTimes.dateTime(text, "x")).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "31-02-2025",
                "1-1-25",
                "2025-13-01",
                "1-1-1800",
                "01-01-2025 25:00",
                "01-01-2025 10",
                "01-01-2025 10:61",
                "01--2025",
                "20250101"
            })
    void what_is_no_time_is_refused(String text) {
        assertThatThrownBy(() -> WallTimes.dateTime(text, "x")).isInstanceOf(RowException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-05-01 12:00:10+00, 2024-05-01T12:00:10Z",
        "2024-05-01 12:00:10.25+02, 2024-05-01T10:00:10.250Z",
        "2024-05-01T12:00:10+0200, 2024-05-01T10:00:10Z",
        "2024-05-01T12:00:10+02:00, 2024-05-01T10:00:10Z",
        "2024-05-01T12:00:10Z, 2024-05-01T12:00:10Z",
        "2025-12-26T18:00:00.000Z, 2025-12-26T18:00:00Z",
    })
    void offsets_are_read_as_databases_write_them(String text, Instant at) throws Exception {
        assertThat(OffsetTimes.instant(text, null, "x")).isEqualTo(at);
    }

    @Test
    void a_time_without_an_offset_is_what_it_is_assumed_to_be_or_refused() throws Exception {
        assertThat(OffsetTimes.instant("2024-05-01 12:00:10", ZoneOffset.UTC, "x"))
                .isEqualTo(Instant.parse("2024-05-01T12:00:10Z"));
        assertThatThrownBy(() -> OffsetTimes.instant("2024-05-01 12:00:10", null, "x"))
                .isInstanceOf(RowException.class)
                .hasMessageContaining("offset");
    }
}
