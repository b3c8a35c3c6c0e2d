package energy.sem.ingest.start;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Stream;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.output.MigrateResult;
import org.jboss.logging.Logger;

import energy.sem.ingest.statement.Statements;

/**
 * Brings the tables to this version. Each of our migrations may be run again from its beginning (MigrationTest), because
 * MariaDB commits every statement that changes a table: one that was interrupted, or failed for a disk that was full, has been done in part.
 */
final class Migration {
    private static final Logger LOG = Logger.getLogger(Migration.class);

    /**
     * The same, one replica after the other. Flyway takes no lock of its own on a Galera cluster, and two that change tables at once
     * there may stop a node for good. The lock is of the node: the replicas' addresses must name the same node first.
     */
    static MigrateResult run(Flyway flyway, Connection connection) throws SQLException {
        boolean taken = Statements.list(
                        connection, "SELECT GET_LOCK(CONCAT(DATABASE(), '.migration'), 60)", row -> row.getBoolean(1))
                .get(0);
        if (!taken) {
            throw new SQLException("another ingest has been changing the tables for a minute");
        }
        try {
            return run(flyway);
        } finally {
            Statements.list(
                    connection, "SELECT RELEASE_LOCK(CONCAT(DATABASE(), '.migration'))", row -> row.getBoolean(1));
        }
    }

    /** Runs what has not been run; what failed before is begun anew, which Flyway leaves to people. */
    static MigrateResult run(Flyway flyway) {
        if (Stream.of(flyway.info().all()).anyMatch(each -> each.getState() == MigrationState.FAILED)) {
            LOG.warn("a change of the tables failed before; it is begun anew");
            flyway.repair();
        }
        return flyway.migrate();
    }

    private Migration() {}
}
