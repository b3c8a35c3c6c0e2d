package energy.sem.history.doctor;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import energy.sem.history.answer.MetersAnswer;

import static org.assertj.core.api.Assertions.assertThat;

class FaultsJsonTest {
    @Test
    void what_doctor_writes_is_read_as_it_is_and_what_a_later_version_adds_is_left_out() {
        assertThat(FaultsJson.read(
                        "[{\"check\": \"disk\", \"what\": \"5 MiB are left\", \"advice\": \"make room\", \"since\": 1},"
                                + " {\"check\": \"Kafka\", \"what\": \"it does not answer\", \"advice\": \"\"}]"))
                .hasValueSatisfying(faults -> assertThat(faults)
                        .containsExactly(
                                new MetersAnswer.Fault("disk", "5 MiB are left", "make room"),
                                new MetersAnswer.Fault("Kafka", "it does not answer", null)));
        assertThat(FaultsJson.read("[]"))
                .hasValueSatisfying(faults -> assertThat(faults).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "7",
                "{}",
                "[",
                "[{\"check\": \"disk\", \"what\": \"5 MiB",
                "[null]",
                "[[]]",
                "[\"disk\"]",
                "[{}]",
                "[{\"check\": \"disk\"}]",
                "[{\"check\": \"disk\", \"what\": \" \"}]",
                "[{\"check\": 1, \"what\": 2}]",
                "[{\"check\": \"disk\", \"what\": \"full\"}, {\"what\": \"whose?\"}]"
            })
    void of_what_is_broken_nothing_is_said(String text) {
        assertThat(FaultsJson.read(text)).isEmpty();
    }

    @ParameterizedTest(name = "{0} minutes ago")
    @CsvSource({"0, false", "59, false", "61, true", "-5, false", "-61, true", "525600, true"})
    void a_look_of_more_than_an_hour_ago_or_by_a_wrong_clock_says_nothing_of_now(long minutes, boolean stale) {
        Instant now = Instant.parse("2026-11-30T12:00:00Z");

        assertThat(Findings.isStale(now.minusSeconds(60 * minutes), now)).isEqualTo(stale);
    }
}
