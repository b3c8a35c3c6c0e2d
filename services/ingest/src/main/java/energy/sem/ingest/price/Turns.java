package energy.sem.ingest.price;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import energy.sem.ingest.statement.Statements;

/**
 * Whose turn it is, among all replicas and over restarts: the table price_turn. One statement takes a turn, so of several that want
 * it at once one has it, in a cluster of databases too, where a lock of one server would not do.
 */
@ApplicationScoped
class Turns {
    private final DataSource dataSource;
    private final Clock clock;

    Turns(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** Takes a turn if it is free, until some time has passed; false when it is not. */
    boolean take(String name, Duration pause) throws SQLException {
        long now = clock.millis();
        try (Connection connection = dataSource.getConnection()) {
            Statements.run(connection, "INSERT IGNORE INTO price_turn VALUES (?, 0, 0)", name);
            return Statements.run(
                            connection,
                            "UPDATE price_turn SET not_before = ? WHERE name = ? AND not_before <= ?",
                            now + pause.toMillis(),
                            name,
                            now)
                    == 1;
        }
    }

    /**
     * How a turn stands.
     *
     * @param attempts how often it led to nothing since it last led to something
     * @param notBeforeMilli when it may be taken, milliseconds since 1970 in UTC
     */
    record Turn(int attempts, long notBeforeMilli) {
        static final Turn NONE = new Turn(0, 0);
    }

    /** All turns whose names begin so. */
    Map<String, Turn> of(String prefix) throws SQLException {
        Map<String, Turn> all = new HashMap<>();
        try (Connection connection = dataSource.getConnection()) {
            Statements.list(
                    connection,
                    "SELECT name, attempts, not_before FROM price_turn WHERE LEFT(name, ?) = ?",
                    row -> all.put(row.getString(1), new Turn(row.getInt(2), row.getLong(3))),
                    prefix.length(),
                    prefix);
        }
        return all;
    }

    /** Says that a turn led to nothing, or that nobody shall have it for some time; counts it. */
    int failed(String name, Duration pause) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            Statements.run(
                    connection,
                    "INSERT INTO price_turn VALUES (?, 1, ?) ON DUPLICATE KEY UPDATE"
                            + " attempts = attempts + 1, not_before = GREATEST(not_before, VALUES(not_before))",
                    name,
                    clock.millis() + pause.toMillis());
            return attempts(name);
        }
    }

    /** Lets it be taken at once, as if it had never been tried. */
    void forget(String name) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            Statements.run(connection, "UPDATE price_turn SET attempts = 0, not_before = 0 WHERE name = ?", name);
        }
    }

    /** How often it led to nothing since it last led to something. */
    int attempts(String name) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return Statements.list(
                            connection, "SELECT attempts FROM price_turn WHERE name = ?", row -> row.getInt(1), name)
                    .stream()
                    .findFirst()
                    .orElse(0);
        }
    }

    /** Says that it led to something; the turn is not taken again before some time has passed. */
    void succeeded(String name, Duration pause) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            Statements.run(
                    connection,
                    "INSERT INTO price_turn VALUES (?, 0, ?) ON DUPLICATE KEY UPDATE"
                            + " attempts = 0, not_before = VALUES(not_before)",
                    name,
                    clock.millis() + pause.toMillis());
        }
    }
}
