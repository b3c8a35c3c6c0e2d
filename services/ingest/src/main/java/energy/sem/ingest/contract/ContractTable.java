package energy.sem.ingest.contract;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import energy.sem.ingest.statement.Statements;

/** The table page_contract. What is taken away stays as a row without a document. */
@ApplicationScoped
class ContractTable {
    /** A household has some ten in as many years. */
    static final int MOST = 200;

    private final DataSource dataSource;
    private final Clock clock;

    ContractTable(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** Keeps one; false when there are too many already. */
    boolean put(String name, String document) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            boolean room = Statements.list(
                                    connection,
                                    "SELECT COUNT(*) FROM page_contract WHERE name <> ? AND document IS NOT NULL",
                                    row -> row.getInt(1),
                                    name)
                            .get(0)
                    < MOST;
            if (room) {
                Statements.run(
                        connection,
                        "INSERT INTO page_contract (name, document, changed_at) VALUES (?, ?, ?)"
                                + " ON DUPLICATE KEY UPDATE document = VALUES(document), changed_at = VALUES(changed_at)",
                        name,
                        document,
                        clock.millis());
            }
            return room;
        }
    }

    /** The document of one; {@code null} when there is none. */
    String document(String name) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return Statements.list(
                            connection,
                            "SELECT document FROM page_contract WHERE name = ? AND document IS NOT NULL",
                            row -> row.getString(1),
                            name)
                    .stream()
                    .findFirst()
                    .orElse(null);
        }
    }

    /** Takes one away. */
    void remove(String name) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            Statements.run(
                    connection,
                    "UPDATE page_contract SET document = NULL, changed_at = ? WHERE name = ?",
                    clock.millis(),
                    name);
        }
    }
}
