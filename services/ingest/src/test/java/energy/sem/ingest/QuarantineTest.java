package energy.sem.ingest;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import energy.sem.event.TelegramEvent;
import energy.sem.event.Verdict;
import energy.sem.event.Verdict.Finding;
import energy.sem.ingest.kit.Events;
import energy.sem.ingest.kit.IngestTest;
import energy.sem.ingest.kit.Tables;
import energy.sem.ingest.start.Database;
import energy.sem.ingest.store.Storing;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever the gateway's verdict looks like, what it is about is kept aside and nothing is lost. */
@IngestTest
class QuarantineTest {
    private static final String FLAG = "\ud83c\uddf3";

    @Inject
    Database database;

    @Inject
    Storing storing;

    @BeforeEach
    void tables() throws InterruptedException {
        database.awaitReady();
    }

    static Stream<Arguments> verdicts() {
        return Stream.of(
                Arguments.of("wordless", List.of(), " / implausible / the gateway judged the event implausible"),
                Arguments.of(
                        "nameless",
                        List.of(new Finding("1SEM-nameless", null, null)),
                        "1SEM-nameless / implausible / "),
                Arguments.of(
                        "longword",
                        List.of(new Finding("1SEM-longword", "c".repeat(41), "short")),
                        "1SEM-longword / " + "c".repeat(40) + " / short"),
                Arguments.of(
                        "longtext",
                        List.of(new Finding("1SEM-longtext", "jump", FLAG.repeat(401))),
                        "1SEM-longtext / jump / " + FLAG.repeat(400)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("verdicts")
    void a_verdict_without_a_word_and_one_with_too_many_keep_the_values_aside_too(
            String meter, List<Finding> findings, String row) throws InterruptedException {
        store(meter, findings);

        assertThat(Tables.rows("SELECT CONCAT(q.serial, ' / ', q.cause, ' / ', q.detail) FROM quarantine q"
                        + " JOIN meter m ON m.id = q.meter_id WHERE m.name = '" + meter + "'"))
                .containsExactly(List.of(row));
        assertThat(Tables.rows(Tables.QUARTERS.formatted(meter))).isEmpty();
    }

    @Test
    void each_finding_is_kept_once_however_often_its_event_comes() throws InterruptedException {
        List<Finding> findings =
                List.of(new Finding("1SEM-often", "jump", "up"), new Finding("1SEM-often", "register-fell", "down"));
        store("often", findings);
        store("often", findings);

        assertThat(Tables.lines("SELECT q.cause, q.detail FROM quarantine q JOIN meter m ON m.id = q.meter_id"
                        + " WHERE m.name = 'often' ORDER BY q.cause"))
                .containsExactly("jump up", "register-fell down");
    }

    @Test
    void a_meter_that_was_first_heard_of_at_an_impossible_time_is_there_since_its_arrival()
            throws InterruptedException {
        TelegramEvent event = Events.at("clock", "2000-01-01T00:00:00Z")
                .receivedAt("2026-11-22T10:00:00Z")
                .importT1Wh(5)
                .implausible(null, "time")
                .build();
        assertThat(storing.store(List.of(event))).isEmpty();

        assertThat(Tables.number("SELECT first_at FROM meter WHERE name = 'clock'"))
                .isEqualTo(Instant.parse("2026-11-22T10:00:00Z").toEpochMilli());
    }

    private void store(String meter, List<Finding> findings) throws InterruptedException {
        TelegramEvent event = Events.at(meter, "2026-11-22T10:00:00Z")
                .importT1Wh(5)
                .verdict(new Verdict(false, findings))
                .build();
        assertThat(storing.store(List.of(event, event))).isEmpty();
    }
}
