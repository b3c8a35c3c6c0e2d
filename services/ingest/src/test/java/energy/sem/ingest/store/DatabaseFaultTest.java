package energy.sem.ingest.store;

import java.sql.SQLException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DatabaseFaultTest {

    @ParameterizedTest
    @CsvSource({
        "22003, 1264, DATA",
        "22001, 1406, DATA",
        "23000, 1048, DATA",
        "23000, 4025, DATA",
        "HY000, 1205, CONTENTION",
        "40001, 1213, CONTENTION",
        "HY000, 1020, CONTENTION",
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
