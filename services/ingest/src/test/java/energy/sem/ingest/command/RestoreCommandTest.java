package energy.sem.ingest.command;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import energy.sem.event.EventJson;
import energy.sem.event.TelegramEvent;
import energy.sem.event.Verdict;
import energy.sem.ingest.kit.Events;
import energy.sem.ingest.kit.IngestTest;
import energy.sem.ingest.kit.PlainModel;
import energy.sem.ingest.kit.Tables;
import energy.sem.ingest.start.Database;
import energy.sem.ingest.store.Restoring;
import energy.sem.ingest.store.Storing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** What was kept aside as implausible is shown, and put back when a person says so. */
@IngestTest
class RestoreCommandTest {
    @Inject
    Database database;

    @Inject
    Restoring restoring;

    @Inject
    Storing storing;

    private String printed = "";

    @BeforeEach
    void tables() throws InterruptedException {
        database.awaitReady();
    }

    @Test
    void without_yes_it_shows_what_is_kept_aside_and_changes_nothing() throws Exception {
        storing.store(List.of(aside("shown", "2026-11-22T10:00:00Z", 5)));

        assertThat(run("restore", "--meter", "shown")).isZero();

        assertThat(printed)
                .contains("2026-11-22T10:00:00Z 1SEM-shown register-fell: said the test")
                .contains("--yes");
        assertThat(quarters("shown")).isEmpty();
    }

    @Test
    void put_back_they_count_as_if_they_had_never_been_kept_aside() throws Exception {
        List<TelegramEvent> events = new ArrayList<>();
        List<TelegramEvent> plausible = new ArrayList<>();
        for (int minute = 10; minute < 60; minute++) {
            String at = "2026-11-22T10:" + minute + ":00Z";
            events.add(minute % 3 == 0 ? aside("back", at, minute) : right("back", at, minute));
            plausible.add(right("back", at, minute));
        }
        storing.store(events);
        assertThat(quarters("back")).isNotEqualTo(new PlainModel(plausible).quarterHours());

        assertThat(run("restore", "--meter", "back", "--yes")).isZero();

        assertThat(printed).contains("16 values were put back.");
        assertThat(quarters("back")).isEqualTo(new PlainModel(plausible).quarterHours());
        assertThat(Tables.number("SELECT COUNT(*) FROM quarantine q JOIN meter m ON m.id = q.meter_id"
                        + " WHERE m.name = 'back' AND restored_at IS NULL"))
                .isZero();
        List<List<String>> once = Tables.rows("SELECT * FROM quarantine ORDER BY id");
        storing.store(events);
        assertThat(Tables.rows("SELECT * FROM quarantine ORDER BY id"))
                .as("a replay keeps nothing aside that was put back")
                .isEqualTo(once);
        assertThat(run("restore", "--meter", "back", "--yes")).isZero();
        assertThat(printed).contains("0 values were put back.");
    }

    @Test
    void more_than_a_transaction_holds_is_put_back() throws Exception {
        List<TelegramEvent> events = new ArrayList<>();
        for (int second = 0; second < 501; second++) {
            Instant at = Instant.parse("2026-11-22T10:00:00Z").plusSeconds(second);
            events.add(aside("many", at.toString(), 1000 + second));
        }
        storing.store(events);

        assertThat(run("restore", "--meter", "many", "--yes")).isZero();

        assertThat(printed).contains("501 values were put back.");
        assertThat(Tables.lines("SELECT first_import_t1_wh, last_import_t1_wh FROM quarter_hour q"
                        + " JOIN device d ON d.id = q.device_id WHERE d.serial = '1SEM-many'"))
                .containsExactly("1000 1500");
    }

    @Test
    void an_event_that_was_kept_aside_whole_is_put_back_whole() throws Exception {
        storing.store(List.of(Events.at("whole", "2026-11-22T10:00:00Z")
                .importT1Wh(5)
                .gas("7SEM-whole", "2026-11-22T10:00:00Z", 77)
                .implausible(null, "time")
                .build()));
        assertThat(quarters("whole")).isEmpty();

        run("restore", "--meter", "whole", "--yes");

        assertThat(Tables.lines("SELECT d.serial, q.first_import_t1_wh, q.first_volume_l FROM quarter_hour q"
                        + " JOIN device d ON d.id = q.device_id JOIN meter m ON m.id = d.meter_id WHERE m.name = 'whole'"
                        + " ORDER BY d.serial"))
                .containsExactly("1SEM-whole 5 null", "7SEM-whole null 77");
    }

    @Test
    void only_what_was_asked_for_is_put_back() throws Exception {
        storing.store(List.of(
                aside("some", "2026-11-22T10:00:00Z", 1),
                aside("some", "2026-11-22T10:15:00Z", 2),
                aside("some", "2026-11-22T10:30:00Z", 3),
                Events.at("some", "2026-11-22T10:15:00Z")
                        .gas("7SEM-some", "2026-11-22T10:15:00Z", 77)
                        .implausible("7SEM-some", "jump")
                        .build()));

        run("restore", "--meter", "some", "--cause", "other", "--yes");
        run("restore", "--meter", "other", "--yes");
        assertThat(quarters("some")).isEmpty();
        run(
                "restore",
                "--meter",
                "some",
                "--serial",
                "1SEM-some",
                "--from",
                "2026-11-22T10:15:00Z",
                "--to",
                "2026-11-22T10:30:00Z",
                "--yes");

        assertThat(
                        Tables.rows(
                                "SELECT d.serial, q.first_import_t1_wh FROM quarter_hour q"
                                        + " JOIN device d ON d.id = q.device_id JOIN meter m ON m.id = d.meter_id WHERE m.name = 'some'"))
                .containsExactly(List.of("1SEM-some", "2"));
    }

    /** Until 2026-11-28 the gateway kept all of a meter's values aside for a voltage against a star point. */
    @Test
    void what_the_rules_of_yesterday_kept_aside_comes_back_with_its_peak() throws Exception {
        byte[] event =
                """
                {"version":1,"meter":"star","at":"2026-11-28T19:40:00Z","timeSource":"meter-without-suffix",\
                "receivedAt":"2026-11-28T19:40:01.250Z","identification":"ISk5\\\\2MIE5T-200","dialect":"EMUCS_2_1",\
                "p1Version":"21110","crc":"valid","electricity":{"serial":"1SEM-star","tariff":2,"importT1Wh":7105942,\
                "importT2Wh":14830476,"exportT1Wh":7456573,"exportT2Wh":2914252,"importW":4800,"exportW":0,"demandW":3336,\
                "phases":[{"phase":1,"voltageDeciV":1338,"currentCentiA":748,"importW":861,"exportW":0},\
                {"phase":2,"voltageDeciV":1285,"currentCentiA":1375,"importW":1580,"exportW":0}]},\
                "monthPeaks":[{"month":"2026-11","peakW":8796,"at":"2026-11-02T00:00:00Z","closed":false}],\
                "verdict":{"plausible":false,"findings":[{"serial":"1SEM-star","cause":"impossible-voltage",\
                "detail":"phase 1 has 133.8 V; it is 0 or between 150 and 300"},{"serial":"1SEM-star",\
                "cause":"impossible-voltage","detail":"phase 2 has 128.5 V; it is 0 or between 150 and 300"}]}}"""
                        .getBytes(UTF_8);
        storing.store(List.of(EventJson.read(event)));
        assertThat(quarters("star")).isEmpty();

        assertThat(run("restore", "--meter", "star", "--cause", "impossible-voltage", "--yes"))
                .isZero();

        assertThat(printed).contains("1 values were put back.");
        assertThat(Tables.lines("SELECT first_import_t2_wh, running_w FROM quarter_hour q"
                        + " JOIN device d ON d.id = q.device_id JOIN month_peak p ON p.device_id = d.id"
                        + " WHERE d.serial = '1SEM-star'"))
                .containsExactly("14830476 8796");
        assertThat(Tables.lines("SELECT voltage_l1_dv, voltage_l2_dv FROM reading r"
                        + " JOIN device d ON d.id = r.device_id WHERE d.serial = '1SEM-star'"))
                .containsExactly("1338 1285");
    }

    @Test
    void of_one_cause_means_of_no_other() throws Exception {
        Verdict both = new Verdict(
                false,
                List.of(
                        new Verdict.Finding("1SEM-two", "impossible-voltage", "volts"),
                        new Verdict.Finding("1SEM-two", "register-falls", "fell")));
        storing.store(List.of(
                Events.at("two", "2026-11-22T10:00:00Z")
                        .importT1Wh(5)
                        .verdict(both)
                        .build(),
                Events.at("two", "2026-11-22T10:15:00Z")
                        .importT1Wh(9)
                        .implausible("1SEM-two", "impossible-voltage")
                        .build()));

        run("restore", "--meter", "two", "--cause", "impossible-voltage", "--yes");
        assertThat(printed).contains("1 values were put back.");
        assertThat(Tables.lines("SELECT first_import_t1_wh FROM quarter_hour q JOIN device d ON d.id = q.device_id"
                        + " WHERE d.serial = '1SEM-two'"))
                .containsExactly("9");

        run("restore", "--meter", "two", "--yes");
        assertThat(quarters("two")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "own, , 2026-11-23T10:00:00Z, 2026-11-23T09:55:00Z",
        "arrived, arrival, 2026-11-22T10:00:01Z, 2026-11-22T09:55:01Z",
        "stamped, meter, 2026-11-23T10:00:00Z, 2026-11-23T09:55:00Z",
    })
    void an_event_of_a_clock_that_was_ahead_comes_back_at_the_time_that_is_said(
            String meter, String time, Instant at, Instant gasAt) throws Exception {
        storing.store(List.of(Events.at(meter, "2026-11-23T10:00:00Z")
                .receivedAt("2026-11-22T10:00:01Z")
                .importT1Wh(5)
                .gas("7SEM-" + meter, "2026-11-23T09:55:00Z", 77)
                .implausible(null, "clock-ahead")
                .build()));

        List<String> line = new ArrayList<>(List.of("restore", "--meter", meter, "--yes"));
        if (time != null) {
            line.addAll(List.of("--time", time));
        }
        assertThat(run(line.toArray(String[]::new))).isZero();

        assertThat(Tables.lines("SELECT d.serial, q.first_at FROM quarter_hour q JOIN device d ON d.id = q.device_id"
                        + " JOIN meter m ON m.id = d.meter_id WHERE m.name = '" + meter + "' ORDER BY d.serial"))
                .containsExactly(
                        "1SEM-" + meter + " " + at.toEpochMilli(), "7SEM-" + meter + " " + gasAt.toEpochMilli());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "restore",
                "restore --meter",
                "remove --meter home",
                "restore --meter home --from yesterday",
                "restore --meter home --all",
                "restore --meter home --time now"
            })
    void what_it_does_not_understand_changes_nothing_and_shows_how_to_ask(String line) throws Exception {
        assertThat(run(line.split(" "))).isEqualTo(2);
        assertThat(printed).contains(RestoreCommand.USAGE);
    }

    private int run(String... arguments) throws InterruptedException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int code = new RestoreCommand(database, restoring).run(List.of(arguments), new PrintStream(bytes, true, UTF_8));
        printed = bytes.toString(UTF_8);
        return code;
    }

    private static TelegramEvent right(String meter, String at, long wh) {
        return Events.at(meter, at)
                .importT1Wh(wh)
                .verdict(new Verdict(true, List.of()))
                .build();
    }

    private static TelegramEvent aside(String meter, String at, long wh) {
        return Events.at(meter, at)
                .importT1Wh(wh)
                .implausible("1SEM-" + meter, "register-fell")
                .build();
    }

    private static List<List<String>> quarters(String meter) {
        return Tables.rows(Tables.QUARTERS.formatted(meter));
    }
}
