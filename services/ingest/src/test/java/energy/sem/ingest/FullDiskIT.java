package energy.sem.ingest;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import energy.sem.event.TelegramEvent;
import energy.sem.ingest.kit.IngestProcess;
import energy.sem.ingest.kit.Metrics;
import energy.sem.ingest.kit.PlainModel;
import energy.sem.ingest.kit.RandomHousehold;
import energy.sem.ingest.kit.Tables;
import energy.sem.ingest.kit.Topic;
import energy.sem.local.mariadb.DatabaseUser;
import energy.sem.local.mariadb.LocalMariaDb;
import energy.sem.local.test.SmallDisk;

import static energy.sem.tests.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

/** A database whose disk is full, for longer than Kafka waits for a consumer that does not poll. README.md has the command. */
@EnabledIfSystemProperty(
        named = "sem.full.disk",
        matches = "true",
        disabledReason = "on demand, with -Dsem.full.disk=true: it mounts a disk")
class FullDiskIT {
    private static final String GROUP = "sem-ingest-small-disk";

    @Test
    void a_full_database_is_waited_for_and_the_partitions_stay_ours() throws Exception {
        try (Topic topic = new Topic(GROUP);
                SmallDisk disk = disk();
                LocalMariaDb database = LocalMariaDb.start(disk.folder().resolve("mariadb"), 0);
                IngestProcess ingest = IngestProcess.start(
                        "small-disk", database.jdbcUrl(), user -> database.password(DatabaseUser.named(user)), GROUP)) {
            ingest.awaitReady();
            List<TelegramEvent> events = new RandomHousehold(
                            601, Instant.parse("2024-01-01T00:00:00Z"), Duration.ofDays(500), Duration.ofMinutes(15))
                    .events("fulldisk");
            topic.awaitMembers(1);
            Set<String> members = topic.members();
            disk.fill();
            topic.send(events);

            ingest.awaitTrouble();
            assertThat(ingest.get("/q/health/ready").asString()).contains("full");
            assertThat(ingest.get("/q/health/live").statusCode()).isEqualTo(200);
            // 200 + 400 + … + 6400 ms of pauses: more than the max.poll.interval.ms of this process, 6 s.
            await().atMost(Duration.ofMinutes(1)).until(() -> metric(ingest, "sem_ingest_retries_total") >= 6);
            await().atMost(Duration.ofSeconds(30)).until(() -> metric(ingest, "sem_ingest_lag") > 0);
            assertThat(topic.members()).as("no rebalance").isEqualTo(members);

            disk.empty();
            topic.awaitConsumed();

            assertThat(rows(database, Tables.QUARTERS.formatted("fulldisk")))
                    .isEqualTo(new PlainModel(events).quarterHours().size());
            assertThat(rows(database, Tables.DAYS.formatted("fulldisk")))
                    .isEqualTo(new PlainModel(events).days().size());
            assertThat(topic.dead("fulldisk")).isEmpty();
            assertThat(ingest.get("/q/health/ready").statusCode()).isEqualTo(200);
        }
    }

    private static SmallDisk disk() throws IOException {
        Optional<SmallDisk> disk = SmallDisk.mount();
        String reason = "a small disk can be mounted by root, or by sudo without a password, only";
        if (disk.isEmpty() && "true".equals(System.getenv("CI"))) {
            Assertions.fail(reason);
        }
        Assumptions.assumeTrue(disk.isPresent(), reason);
        return disk.get();
    }

    private static double metric(IngestProcess ingest, String name) {
        return Metrics.sum(ingest.get("/q/metrics"), name);
    }

    private static long rows(LocalMariaDb database, String sql) throws SQLException {
        try (Connection connection = database.connect(DatabaseUser.ROOT);
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            rows.last();
            return rows.getRow();
        }
    }
}
