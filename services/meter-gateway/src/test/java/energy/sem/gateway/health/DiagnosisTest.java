package energy.sem.gateway.health;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.event.Electricity;
import energy.sem.event.TelegramEvent;
import energy.sem.event.Verdict;
import energy.sem.gateway.backlog.Waiting;
import energy.sem.gateway.clock.ClockState;
import energy.sem.gateway.clock.TimeChoice;
import energy.sem.gateway.meter.Meter;
import energy.sem.gateway.meter.Transformers;
import energy.sem.p1.P1Time;
import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;
import energy.sem.registry.KeptKey;

import static org.assertj.core.api.Assertions.assertThat;

class DiagnosisTest {
    private static final Meter PLAIN = meter(Optional.empty());
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
    private static final Instant LAST = START.plusSeconds(600);
    private static final Electricity READINGS =
            new Electricity("S1", 1, RegisterValues.of(Register.IMPORT_T1_WH, 1_000), 642, 0, null, List.of());

    @Test
    void telegrams_that_arrive_are_all_well() {
        assertThat(diagnosis(seen(LineState.OPEN, null, LAST, List.of(Outcome.VALID)), LAST.plusSeconds(2)))
                .isEqualTo(new Diagnosis.Finding("receiving", "telegrams arrive"));
    }

    @ParameterizedTest
    @CsvSource({
        "CRC, 8 of the last 9 telegrams fail their CRC: check the cable",
        "TRUNCATED, 8 of the last 9 telegrams are cut short",
        "OVERSIZE, 8 of the last 9 telegrams have no end",
        "FORMAT, 8 of the last 9 telegrams are no telegrams",
    })
    void mostly_bad_telegrams_are_said_with_their_cause(Outcome cause, String words) {
        List<Outcome> recent = new ArrayList<>(Collections.nCopies(8, cause));
        recent.add(Outcome.VALID);

        Diagnosis.Finding finding = diagnosis(seen(LineState.OPEN, null, LAST, recent), LAST.plusSeconds(1));

        assertThat(finding.state()).isEqualTo("bad-telegrams");
        assertThat(finding.words()).startsWith(words);
    }

    @Test
    void encrypted_telegrams_that_do_not_decrypt_point_at_the_key() {
        MeterJournal.Seen seen = seen(LineState.OPEN, null, LAST, List.of(Outcome.CRC, Outcome.CRC));

        assertThat(Diagnosis.of(seen, meter(Optional.of("AB".repeat(16))), Waiting.NONE, LAST)
                        .words())
                .isEqualTo("2 of the last 2 telegrams do not decrypt: check the decryption key, and the authentication"
                        + " key if one is set, then the cable");
    }

    @Test
    void one_bad_telegram_among_many_is_no_cause_for_alarm() {
        List<Outcome> recent = new ArrayList<>(Collections.nCopies(19, Outcome.VALID));
        recent.add(Outcome.CRC);

        assertThat(diagnosis(seen(LineState.OPEN, null, LAST, recent), LAST).state())
                .isEqualTo("receiving");
    }

    @Test
    void telegrams_that_stopped_are_said_with_how_long_ago() {
        Diagnosis.Finding finding =
                diagnosis(seen(LineState.OPEN, null, LAST, List.of(Outcome.VALID)), LAST.plusSeconds(240));

        assertThat(finding.state()).isEqualTo("silent");
        assertThat(finding.words()).startsWith("telegrams stopped 4 minutes ago");
    }

    @Test
    void a_broken_line_is_said_in_its_own_words() {
        Diagnosis.Finding finding = diagnosis(
                seen(LineState.BROKEN, "the cable at /dev/x was unplugged", LAST, List.of(Outcome.VALID)), LAST);

        assertThat(finding)
                .isEqualTo(new Diagnosis.Finding("disconnected", "the cable at /dev/x was unplugged (trying again)"));
    }

    @Test
    void of_a_meter_that_another_gateway_reads_it_is_said_that_it_does_whatever_was_heard_before() {
        Diagnosis.Finding finding = diagnosis(
                seen(LineState.ELSEWHERE, "another gateway reads it", LAST, List.of(Outcome.CRC)),
                LAST.plusSeconds(900));

        assertThat(finding).isEqualTo(new Diagnosis.Finding("elsewhere", "another gateway reads it"));
    }

    @Test
    void noise_is_said_while_no_telegram_comes() {
        Diagnosis.Finding finding =
                diagnosis(seen(LineState.OPEN, "only noise comes from /dev/x", null, List.of()), START.plusSeconds(5));

        assertThat(finding).isEqualTo(new Diagnosis.Finding("silent", "only noise comes from /dev/x"));
    }

    @ParameterizedTest
    @CsvSource({
        "PUSHED, 1, waiting, no telegram has been pushed",
        "OPENING, 1, waiting, connecting",
        "OPEN, 1, waiting, 'connected, waiting'",
        "OPEN, 300, silent, connected for 5 minutes without a telegram",
        "ENDED, 1, ended, the recording has come to its end",
    })
    void before_the_first_telegram_the_line_tells(LineState line, int seconds, String state, String words) {
        Diagnosis.Finding finding = diagnosis(seen(line, null, null, List.of()), START.plusSeconds(seconds));

        assertThat(finding.state()).isEqualTo(state);
        assertThat(finding.words()).startsWith(words);
    }

    @Test
    void what_cannot_be_true_is_said() {
        MeterJournal.Seen seen = seen(
                LineState.OPEN,
                null,
                LAST,
                List.of(Outcome.VALID),
                new Verdict(false, List.of(new Verdict.Finding(null, "clock-ahead", "the meter says tomorrow"))));

        assertThat(diagnosis(seen, LAST).words()).contains("cannot be true", "the meter says tomorrow");
    }

    @Test
    void a_backlog_is_said_whatever_else_is() {
        Diagnosis.Finding finding = Diagnosis.of(
                seen(LineState.OPEN, null, LAST, List.of(Outcome.VALID)),
                PLAIN,
                new Waiting(12, 12_000, LAST, 0),
                LAST);

        assertThat(finding.words()).isEqualTo("telegrams arrive; 12 telegrams wait on disk until Kafka takes them");
    }

    @Test
    void telegrams_without_readings_are_told_from_whole_ones() {
        MeterJournal.Seen seen =
                seen(LineState.OPEN, null, LAST, List.of(Outcome.VALID), event(new Verdict(true, List.of()), null));

        assertThat(diagnosis(seen, LAST))
                .isEqualTo(new Diagnosis.Finding(
                        "receiving",
                        "telegrams arrive, but only short ones without meter readings: the user port may have been"
                                + " closed by the grid operator"));
    }

    @ParameterizedTest
    @CsvSource({
        "119, telegrams arrive",
        "300, 'telegrams arrive, but the meter''s clock is 5 minutes ahead'",
        "-300, 'telegrams arrive, but the meter''s clock is 5 minutes behind'",
        "-864000, telegrams arrive",
    })
    void a_clock_that_is_wrong_is_said_where_telegrams_are_not_old_on_purpose(int aheadSeconds, String words) {
        MeterJournal.Seen seen = seen(
                LineState.OPEN,
                null,
                LAST,
                List.of(Outcome.VALID),
                event(new Verdict(true, List.of()), READINGS),
                Duration.ofSeconds(aheadSeconds),
                ClockState.BELIEVED);

        assertThat(diagnosis(seen, LAST).words()).startsWith(words);
    }

    @ParameterizedTest
    @CsvSource({
        "NEVER_SET, -845337600, 'the meter''s clock was never set, it is 26 years behind (it says 2000-01-01T00:00W): the time"
                + " of arrival is used instead'",
        "OFF, -8294400, 'the meter''s clock is 96 days behind this computer''s (it says 2000-01-01T00:00W): the time of"
                + " arrival is used instead'",
        "OFF, 86400, 'the meter''s clock is 24 hours ahead of this computer''s'",
        "LOOKED_AT, 90000, 'the meter''s clock seems to be 25 hours ahead of this computer''s'",
        "METER_CHOSEN, 259200, 'the meter''s clock is 3 days ahead of this computer''s'",
        "COMPUTER_OFF, -259200, 'this computer''s clock was set, and is now 3 days ahead of the meter''s'",
        "COMPUTER_HAS_NO_TIME, 0, this computer does not know the time yet",
        "ARRIVAL_CHOSEN, 7200, 'the meter''s clock is 2 hours ahead of this computer''s: the time of arrival is used'",
    })
    void a_clock_that_decides_the_time_is_said_with_its_offset(
            ClockState.Condition condition, long aheadSeconds, String words) {
        Duration ahead = Duration.ofSeconds(aheadSeconds);
        P1Time says = P1Time.of(LocalDateTime.parse("2000-01-01T00:00"), P1Time.Suffix.W);
        MeterJournal.Seen seen = seen(
                LineState.OPEN,
                null,
                LAST,
                List.of(Outcome.VALID),
                event(new Verdict(true, List.of()), READINGS),
                ahead,
                new ClockState(condition, ahead, says));

        assertThat(diagnosis(seen, LAST).words()).startsWith("telegrams arrive, but " + words);
    }

    @ParameterizedTest(name = "total {0}, tariffs {1} and {2}: {3}")
    @CsvSource({
        "3000, 1000, 2000, ",
        "3002, 1000, 2000, ",
        "3003, 1001, 1999, ",
        "3004, 1001, 1999, 'its total of import, 3.004 kWh, is not the sum of its tariffs, 3.000 kWh: the total counts'",
        "7000, 4000, 2000, ",
        "10000, 4000, 2000, 'its total of import, 10.000 kWh, is not the sum of its tariffs, 6.000 kWh: the total counts'",
        "9999, , , ",
    })
    void a_total_that_is_not_the_sum_of_its_tariffs_but_for_rounding_is_said(
            Long total, Long tariff1, Long tariff2, String words) {
        Electricity electricity = new Electricity(
                "S1",
                1,
                RegisterValues.builder()
                        .set(Register.IMPORT_T1_WH, tariff1)
                        .set(Register.IMPORT_T2_WH, tariff2)
                        .set(Register.IMPORT_WH, total)
                        .build(),
                642,
                0,
                null,
                List.of());
        TelegramEvent event = event(new Verdict(true, List.of()), electricity);

        assertThat(diagnosis(seen(LineState.OPEN, null, LAST, List.of(Outcome.VALID), event), LAST)
                        .words())
                .isEqualTo(words == null ? "telegrams arrive" : "telegrams arrive, but " + words);
    }

    private static Diagnosis.Finding diagnosis(MeterJournal.Seen seen, Instant now) {
        return Diagnosis.of(seen, PLAIN, Waiting.NONE, now);
    }

    private static Meter meter(Optional<String> decryptionKey) {
        return new Meter(
                "home",
                "push",
                Optional.empty(),
                List.of(KeptKey.always("key")),
                "home",
                decryptionKey,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                TimeChoice.AUTO,
                Transformers.NONE);
    }

    private static MeterJournal.Seen seen(LineState line, String words, Instant last, List<Outcome> recent) {
        return seen(line, words, last, recent, new Verdict(true, List.of()));
    }

    private static MeterJournal.Seen seen(
            LineState line, String words, Instant last, List<Outcome> recent, Verdict verdict) {
        return seen(line, words, last, recent, event(verdict, READINGS));
    }

    private static TelegramEvent event(Verdict verdict, Electricity electricity) {
        return new TelegramEvent(
                TelegramEvent.VERSION,
                "home",
                START,
                TelegramEvent.TimeSource.METER,
                START,
                null,
                null,
                null,
                null,
                TelegramEvent.Crc.VALID,
                electricity,
                null,
                null,
                null,
                verdict,
                null);
    }

    private static MeterJournal.Seen seen(
            LineState line, String words, Instant last, List<Outcome> recent, TelegramEvent event) {
        return seen(line, words, last, recent, event, null, ClockState.BELIEVED);
    }

    private static MeterJournal.Seen seen(
            LineState line,
            String words,
            Instant last,
            List<Outcome> recent,
            TelegramEvent event,
            Duration clockOffset,
            ClockState clock) {
        return new MeterJournal.Seen(
                START,
                line,
                words,
                START,
                last == null ? null : event,
                last,
                last == null ? null : Duration.ofSeconds(1),
                clockOffset,
                clock,
                Manner.UNKNOWN,
                Map.of(),
                recent);
    }
}
