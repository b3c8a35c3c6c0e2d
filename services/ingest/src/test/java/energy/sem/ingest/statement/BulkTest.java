package energy.sem.ingest.statement;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import energy.sem.ingest.kit.Tables;
import energy.sem.local.test.TestServices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Rows of a batch are of the transaction that began before them. GaleraIT has a server that ends one meanwhile. */
class BulkTest {
    private Connection connection;

    @BeforeEach
    void begin() throws SQLException {
        connection = TestServices.get().connect("root");
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TEMPORARY TABLE bulk_row (number INT NOT NULL PRIMARY KEY) ENGINE = InnoDB");
        }
        connection.setAutoCommit(false);
    }

    @AfterEach
    void end() throws SQLException {
        connection.close();
    }

    @Test
    void rows_are_there_with_what_the_transaction_did_before() throws SQLException {
        Statements.run(connection, "INSERT INTO bulk_row VALUES (0)");
        Bulk.execute(rows(1, 2, 3));
        connection.commit();

        assertThat(count()).isEqualTo("4");
    }

    @Test
    void a_transaction_that_ended_meanwhile_is_one_that_had_to_give_way() throws SQLException {
        Statements.run(connection, "INSERT INTO bulk_row VALUES (0)");

        assertThatThrownBy(() -> Bulk.execute(rows(1), executed -> Statements.run(connection, "ROLLBACK")))
                .satisfies(thrown -> assertThat(DatabaseFault.of(thrown)).isEqualTo(DatabaseFault.CONTENTION))
                .hasMessageContaining("give way");
    }

    @Test
    void what_the_statement_refuses_is_told_as_it_is() throws SQLException {
        assertThatThrownBy(() -> Bulk.execute(rows(1, 1)))
                .satisfies(thrown -> assertThat(DatabaseFault.of(thrown)).isNotEqualTo(DatabaseFault.CONTENTION))
                .hasMessageContaining("Duplicate entry");
    }

    private PreparedStatement rows(int... numbers) throws SQLException {
        PreparedStatement statement = connection.prepareStatement("INSERT INTO bulk_row VALUES (?)");
        for (int number : numbers) {
            statement.setInt(1, number);
            statement.addBatch();
        }
        return statement;
    }

    private String count() throws SQLException {
        return Tables.rows(connection, "SELECT COUNT(*) FROM bulk_row").get(0).get(0);
    }
}
