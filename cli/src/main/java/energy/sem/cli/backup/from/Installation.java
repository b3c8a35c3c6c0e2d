package energy.sem.cli.backup.from;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

import energy.sem.cli.StartFailure;
import energy.sem.cli.backup.table.Sessions;
import energy.sem.cli.schema.Schema;

/**
 * One SEM: its database as the user who makes its tables, its Kafka, its keys and settings. What was started only for the
 * command ends with {@link #close()}.
 *
 * @param what it, in words
 * @param jdbcUrl of the schema sem
 * @param user who may make tables
 * @param password of that user
 * @param kafka its address; empty when none was named
 * @param files keys and settings
 * @param backups where its backups go by default; empty when nobody said
 * @param started what is stopped at the end
 */
public record Installation(
        String what,
        String jdbcUrl,
        String user,
        String password,
        Optional<String> kafka,
        KeptFiles files,
        Optional<Path> backups,
        Started started)
        implements AutoCloseable {

    /** What was started for the command alone. */
    @FunctionalInterface
    public interface Started extends AutoCloseable {
        @Override
        void close();
    }

    /** Nothing was started. */
    public static final Started NOTHING = () -> {};

    /** A new connection. */
    public Connection connect() throws SQLException {
        return Sessions.open(jdbcUrl, user, password);
    }

    /**
     * The same as {@link #connect()}, for a person.
     *
     * @throws StartFailure saying that it does not answer, and where
     */
    public Connection connectOrFail() {
        try {
            return connect();
        } catch (SQLException e) {
            throw new StartFailure(
                    "the database does not answer at " + jdbcUrl + " to " + user + ": " + e.getMessage()
                            + ". Nothing was changed; does it run, and is the password right?",
                    e);
        }
    }

    /** Whether its database and Kafka run for this command alone. */
    public boolean isOurs() {
        return started != NOTHING;
    }

    public Schema schema() {
        return Schema.of(jdbcUrl, user, password);
    }

    @Override
    public void close() {
        started.close();
    }

    @Override
    public String toString() {
        return what;
    }
}
