package energy.sem.ingest;

import java.sql.SQLException;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import energy.sem.ingest.kit.IngestTest;
import energy.sem.ingest.kit.Sql;
import energy.sem.ingest.start.Database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Each database user may do what it is for and nothing more. */
@IngestTest
class RightsTest {
    @Inject
    Database database;

    @BeforeEach
    void tables() throws InterruptedException {
        database.awaitReady();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM reading",
                "DELETE FROM quarter_hour",
                "TRUNCATE TABLE reading",
                "DROP TABLE quarantine",
                "ALTER TABLE reading DROP PARTITION p0",
                "CREATE TABLE mine (id INT)",
                "DROP PROCEDURE move_raw_window",
                "SELECT * FROM mysql.user"
            })
    void ingest_deletes_nothing_and_changes_no_table(String sql) {
        assertThatThrownBy(() -> Sql.run("sem_ingest", sql))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("denied");
    }

    @ParameterizedTest
    @CsvSource({
        "'CALL move_raw_window(UNIX_TIMESTAMP() * 1000, UNIX_TIMESTAMP() * 1000)', always kept",
        "'CALL move_raw_window(0, (UNIX_TIMESTAMP() + 4100 * 86400) * 1000)', more than 4000 days"
    })
    void ingest_cannot_drop_the_last_day_nor_fill_the_disk_with_partitions(String sql, String message) {
        assertThatThrownBy(() -> Sql.run("sem_ingest", sql))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO meter (name, first_at) VALUES ('x', 0)",
                "UPDATE quarter_hour SET first_at = 0",
                "REPLACE INTO doctor_look (id, at, faults) VALUES (1, 0, '[]')",
                "DELETE FROM reading",
                "CALL move_raw_window(0, 0)"
            })
    void history_only_reads(String sql) {
        assertThatThrownBy(() -> Sql.run("sem_history", sql))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("denied");
        assertThatCode(() -> Sql.run("sem_history", "SELECT * FROM quarter_hour LIMIT 1"))
                .doesNotThrowAnyException();
    }

    @Test
    void grafana_sees_the_views_and_no_table() {
        for (String view :
                new String[] {"FluviusMeter", "quarter_hours", "electricity_days", "month_peaks", "occurrences"}) {
            assertThatCode(() -> Sql.run("sem_grafana", "SELECT * FROM sem_views." + view + " LIMIT 1"))
                    .doesNotThrowAnyException();
        }
        assertThatThrownBy(() -> Sql.run("sem_grafana", "SELECT * FROM sem.reading LIMIT 1"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("denied");
    }
}
