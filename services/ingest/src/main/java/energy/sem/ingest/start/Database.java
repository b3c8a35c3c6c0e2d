package energy.sem.ingest.start;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

import javax.sql.DataSource;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;
import org.jboss.logging.Logger;

import energy.sem.ingest.quarter.DayZone;
import energy.sem.ingest.retention.Retention;
import energy.sem.ingest.store.Progress;

/**
 * Makes or updates the tables in the background and says when they are ready. The service starts without a database and
 * waits for it; several replicas may start at once: one migrates, the others wait for its lock.
 */
@ApplicationScoped
public class Database {
    private static final Logger LOG = Logger.getLogger(Database.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Flyway flyway;
    private final DataSource dataSource;
    private final Retention retention;
    private final DayZone dayZone;
    private final Progress progress;
    private final CountDownLatch ready = new CountDownLatch(1);
    private final Thread preparation = new Thread(this::prepare, "database-preparation");

    Database(Flyway flyway, DataSource dataSource, Retention retention, DayZone dayZone, Progress progress) {
        this.flyway = flyway;
        this.dataSource = dataSource;
        this.retention = retention;
        this.dayZone = dayZone;
        this.progress = progress;
    }

    /** Comes back when the tables are there. */
    public void awaitReady() throws InterruptedException {
        ready.await();
    }

    /** True when the tables are there. */
    public boolean isReady() {
        return ready.getCount() == 0;
    }

    void begin(@Observes StartupEvent start) {
        preparation.setDaemon(true);
        preparation.start();
    }

    @PreDestroy
    void stop() {
        preparation.interrupt();
    }

    /** Once an hour, so that a day's partition is there long before the day. */
    @Scheduled(every = "1h", delayed = "1h")
    void applyRetention() {
        try {
            if (isReady()) {
                retention.apply();
            }
        } catch (SQLException e) {
            LOG.warnf("the raw readings' window was not moved, next attempt in an hour: %s", e.getMessage());
        }
    }

    private void prepare() {
        try {
            while (!prepared()) {
                Thread.sleep(PAUSE.toMillis());
            }
            ready.countDown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private MigrateResult migrated() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return Migration.run(flyway, connection);
        }
    }

    private boolean prepared() {
        try {
            MigrateResult result = migrated();
            LOG.infof(
                    "the tables are ready at version %s, %d migrations were run",
                    result.targetSchemaVersion == null ? result.initialSchemaVersion : result.targetSchemaVersion,
                    result.migrationsExecuted);
            retention.apply();
            dayZone.follow();
            progress.working();
            return true;
        } catch (SQLException | RuntimeException e) {
            progress.failing(e);
            return false;
        }
    }
}
