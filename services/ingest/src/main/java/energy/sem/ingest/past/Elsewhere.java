package energy.sem.ingest.past;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** A connection of another transaction, which sees what is committed and nothing that the caller's own has written. Thread-safe. */
@ApplicationScoped
class Elsewhere {
    private final DataSource dataSource;

    Elsewhere(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** What is done with it. */
    interface Use {
        void with(Connection other) throws SQLException;
    }

    /** Lends one. */
    void use(Use use) {
        QuarkusTransaction.requiringNew().call(() -> {
            try (Connection other = dataSource.getConnection()) {
                use.with(other);
            }
            return null;
        });
    }
}
