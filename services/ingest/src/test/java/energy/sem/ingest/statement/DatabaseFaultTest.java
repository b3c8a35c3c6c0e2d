package energy.sem.ingest.statement;

import java.sql.SQLException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DatabaseFaultTest {

    @ParameterizedTest
    @CsvSource({
        "23000, 1048, DATA",
        "23000, 1062, DATA",
        "23000, 4025, DATA",
        "22007, 1292, DATA",
        "22012, 1365, DATA",
        "22003, 1644, DATA",
        "22003, 167,  SCHEMA",
        "HY000, 1467, SCHEMA",
        "22003, 1264, SCHEMA",
        "22000, 1264, SCHEMA",
        "22003, 1690, SCHEMA",
        "22001, 1406, SCHEMA",
        "01000, 1265, SCHEMA",
        "22007, 1366, SCHEMA",
        "23000, 1452, SCHEMA",
        "HY000, 1205, CONTENTION",
        "40001, 1213, CONTENTION",
        "HY000, 1020, CONTENTION",
        "HY000, 1517, CONTENTION",
        "HY000, 1493, CONTENTION",
        "HY000, 1507, CONTENTION",
        "HY000, 1290, AWAY",
        "HY000, 1021, AWAY",
        "HY000, 1114, AWAY",
        "HY000, 1526, AWAY",
        "08000, 0,    AWAY",
        "08S01, 0,    AWAY",
        "42S02, 1146, AWAY",
        ",      0,    AWAY"
    })
    void sqlstate_and_error_code_decide(String state, int code, DatabaseFault fault) {
        SQLException failure = new SQLException("said the server", state, code);
        assertThat(DatabaseFault.of(failure)).isEqualTo(fault);
        assertThat(DatabaseFault.of(new IllegalStateException(new RuntimeException(failure))))
                .as("behind what Hibernate and the transaction manager wrap around it")
                .isEqualTo(fault);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "(conn=7) Duplicate entry '65535' for key 'PRIMARY'          | SCHEMA",
                "Duplicate entry '65535' for key 'meter.PRIMARY'             | SCHEMA",
                "Doppelter Eintrag '65535' für Schlüssel 'PRIMARY'.          | SCHEMA",
                "Duplicate entry '1-gas-7SEM' for key 'device_identity'      | DATA",
                "Duplicate entry '1-gas-'PRIMARY'' for key 'device_identity' | DATA"
            })
    void of_two_rows_with_one_primary_key_a_counter_at_its_end_is_to_blame(String message, DatabaseFault fault) {
        assertThat(DatabaseFault.of(new SQLException(message, "23000", 1062))).isEqualTo(fault);
    }

    @Test
    void tables_without_a_place_beside_a_data_error_are_waited_for() {
        SQLException data = new SQLException("refused", "23000", 4025);
        data.addSuppressed(new SQLException("no number left", "22003", 167));
        assertThat(DatabaseFault.of(data)).isEqualTo(DatabaseFault.SCHEMA);
    }

    @Test
    void a_deadlock_beside_a_data_error_is_tried_again() {
        SQLException data = new SQLException("cut", "22001", 1406);
        data.addSuppressed(new SQLException("deadlock", "40001", 1213));
        assertThat(DatabaseFault.of(data)).isEqualTo(DatabaseFault.CONTENTION);
    }

    @Test
    void a_fault_without_the_database_is_waited_out_and_skips_nothing() {
        assertThat(DatabaseFault.of(new IllegalStateException("a fault of ours")))
                .isEqualTo(DatabaseFault.AWAY);
        RuntimeException circle = new RuntimeException("round");
        circle.addSuppressed(new RuntimeException("and round", circle));
        assertThat(DatabaseFault.of(circle)).isEqualTo(DatabaseFault.AWAY);
    }
}
