package energy.sem.ingest.start;

import java.util.stream.Stream;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.output.MigrateResult;
import org.jboss.logging.Logger;

/**
 * Brings the tables to this version. Each of our migrations may be run again from its beginning (MigrationTest), because
 * MariaDB commits every statement that changes a table: one that was interrupted, or failed for a disk that was full, has been done in part.
 */
final class Migration {
    private static final Logger LOG = Logger.getLogger(Migration.class);

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
