package energy.sem.display.serve;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import energy.sem.base.ReadableMeters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class DevicesTest {
    private final Devices devices = new Devices(Clock.fixed(Instant.parse("2026-11-05T09:45:00.5Z"), ZoneOffset.UTC));

    @Test
    void what_is_not_told_this_time_stays() {
        devices.keep("panel", null, "1.2.0", 3900, -61, "day,0", ReadableMeters.ALL);
        devices.keep("panel", "hall", null, null, -70, "week,0", ReadableMeters.ALL);
        devices.log("panel", "no answer", ReadableMeters.ALL);
        assertThat(devices.all(ReadableMeters.ALL))
                .containsExactly(new Devices.Device(
                        "panel", "hall", "1.2.0", 3900, -70, "week,0", "no answer", "2026-11-05T09:45:00Z"));
    }

    @Test
    void two_households_may_call_their_panels_the_same_and_neither_hears_of_the_others() {
        ReadableMeters els = ReadableMeters.of("els", Set.of("home"));
        ReadableMeters jan = ReadableMeters.of("jan", Set.of("home"));
        devices.keep("panel", null, "1.2.0", 3900, null, "day,0", els);
        devices.keep("panel", null, null, null, -70, null, jan);
        devices.log("panel", "no answer", jan);

        assertThat(devices.all(els))
                .extracting(Devices.Device::firmware, Devices.Device::lastLog)
                .containsExactly(tuple("1.2.0", null));
        assertThat(devices.all(jan))
                .extracting(Devices.Device::firmware, Devices.Device::lastLog)
                .containsExactly(tuple(null, "no answer"));
        assertThat(devices.all(ReadableMeters.ALL)).hasSize(2);
        assertThat(devices.all(ReadableMeters.only(Set.of("home")))).isEmpty();
    }

    @Test
    void the_longest_silent_of_more_than_fifty_is_forgotten() {
        for (int i = 10; i < 60; i++) {
            devices.keep("panel" + i, null, null, null, null, null, ReadableMeters.ALL);
        }
        devices.keep("panel10", null, null, null, null, null, ReadableMeters.ALL);
        devices.keep("another", null, null, null, null, null, ReadableMeters.ALL);
        assertThat(devices.all(ReadableMeters.ALL))
                .hasSize(50)
                .extracting(Devices.Device::id)
                .contains("another", "panel10")
                .doesNotContain("panel11");
    }

    @Test
    void a_household_with_many_takes_no_room_of_another() {
        ReadableMeters els = ReadableMeters.of("els", Set.of("home"));
        ReadableMeters jan = ReadableMeters.of("jan", Set.of("home"));
        devices.keep("panel", null, null, null, null, null, els);
        for (int i = 0; i < 60; i++) {
            devices.keep("panel" + i, null, null, null, null, null, jan);
        }
        assertThat(devices.all(els)).hasSize(1);
        assertThat(devices.all(jan)).hasSize(50);
        assertThat(devices.all(ReadableMeters.ALL)).hasSize(51);
    }

    @Test
    void a_reader_who_opens_something_else_from_now_on_keeps_its_displays() {
        devices.keep("panel", null, null, null, null, null, ReadableMeters.of("els", Set.of("home")));

        assertThat(devices.all(ReadableMeters.of("els", Set.of("home", "attic"))))
                .hasSize(1);
        assertThat(devices.all(ReadableMeters.of("jan", Set.of()))).isEmpty();
    }

    @Test
    void of_more_than_a_thousand_readers_the_one_that_was_silent_the_longest_is_forgotten() {
        for (int i = 1; i <= 1001; i++) {
            devices.keep("panel", null, null, null, null, null, ReadableMeters.of("reader" + i, Set.of()));
        }

        assertThat(devices.all(ReadableMeters.of("reader1", Set.of()))).isEmpty();
        assertThat(devices.all(ReadableMeters.of("reader2", Set.of()))).hasSize(1);
        assertThat(devices.all(ReadableMeters.ALL)).hasSize(1000);
    }

    @Test
    void they_stand_in_the_order_of_the_names_that_are_shown() {
        devices.keep("D8:3B:DA:70:12:34", "kitchen", null, null, null, null, ReadableMeters.ALL);
        devices.keep("panel", null, null, null, null, null, ReadableMeters.ALL);
        devices.keep("attic", null, null, null, null, null, ReadableMeters.ALL);
        assertThat(devices.all(ReadableMeters.ALL))
                .extracting(Devices.Device::id)
                .containsExactly("attic", "D8:3B:DA:70:12:34", "panel");
    }

    @ParameterizedTest
    @CsvSource({"3900, 3900", "0, ", "-5, ", "20001, ", "3.9, ", "99999999999, ", "volt, ", ", "})
    void a_voltage_that_no_battery_has_is_passed_over(String given, Integer millivolt) {
        assertThat(Devices.millivolt(given)).isEqualTo(millivolt);
    }

    @ParameterizedTest
    @CsvSource({"-61, -61", "0, ", "5, ", "-131, ", "strong, ", ", "})
    void a_signal_that_no_radio_has_is_passed_over(String given, Integer dbm) {
        assertThat(Devices.rssi(given)).isEqualTo(dbm);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1.0\u001b[2J", "a\nb", "<b>", "\"", "{x}", "1234567890123456789012345678901234567890x", ""})
    void a_version_with_anything_odd_in_it_is_passed_over(String given) {
        assertThat(Devices.words(given)).isNull();
    }
}
