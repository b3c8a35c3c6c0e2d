package energy.sem.ingest.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import energy.sem.event.TelegramEvent;
import energy.sem.ingest.kit.Events;
import energy.sem.ingest.kit.IngestTest;
import energy.sem.ingest.kit.Sql;
import energy.sem.ingest.kit.Tables;
import energy.sem.ingest.start.Database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What was received of a meter until it was forgotten is not stored again, and all else is. */
@IngestTest
class ForgottenMetersTest {
    private static final Instant FORGOTTEN = Instant.parse("2026-11-28T10:00:00Z");

    @Inject
    Database database;

    @Inject
    Storing storing;

    @BeforeEach
    void note() throws Exception {
        database.awaitReady();
        forget();
        Sql.run(
                "sem_migrate",
                "INSERT INTO forgotten_meter SELECT name, " + FORGOTTEN.toEpochMilli()
                        + " FROM (SELECT 'gone' AS name UNION SELECT 'back') AS both_of_them");
    }

    @AfterEach
    void forget() throws SQLException {
        Sql.run("root", "DELETE FROM forgotten_meter");
    }

    @Test
    void what_kafka_has_from_before_makes_no_row_at_all() throws Exception {
        assertThat(storing.store(List.of(received("gone", 0), received("kept", 0), received("gone", -3600))))
                .isEmpty();

        assertThat(Tables.number("SELECT COUNT(*) FROM meter WHERE name = 'gone'"))
                .isZero();
        assertThat(Tables.number("SELECT COUNT(*) FROM meter WHERE name = 'kept'"))
                .isOne();
        assertThat(storing.store(List.of(received("gone", 0)))).isEmpty();
        assertThat(Tables.number("SELECT COUNT(*) FROM meter WHERE name = 'gone'"))
                .isZero();
    }

    @Test
    void a_meter_of_that_name_that_comes_later_is_as_any_other() throws Exception {
        storing.store(List.of(received("back", -1), received("back", 1), received("back", 2)));

        assertThat(Tables.number("SELECT COUNT(*) FROM quarter_hour q JOIN device d ON d.id = q.device_id JOIN meter m"
                        + " ON m.id = d.meter_id WHERE m.name = 'back' AND q.first_import_t1_wh = 10001"))
                .isOne();
    }

    @Test
    void ingest_itself_can_forget_nothing() {
        for (String each : List.of("DELETE FROM meter", "DELETE FROM quarter_hour", "DELETE FROM forgotten_meter")) {
            assertThatThrownBy(() -> Sql.run("sem_ingest", each)).hasMessageContaining("denied");
        }
    }

    private static TelegramEvent received(String meter, int secondsAfter) {
        return Events.at(meter, FORGOTTEN.plusSeconds(secondsAfter).minusMillis(secondsAfter == 0 ? 400 : 0))
                .importT1Wh(10_000 + secondsAfter)
                .build();
    }
}
