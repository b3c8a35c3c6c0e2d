package energy.sem.ingest;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import energy.sem.ingest.kit.IngestProcess;
import energy.sem.ingest.kit.Metrics;
import energy.sem.ingest.kit.Street;
import energy.sem.ingest.kit.Tables;
import energy.sem.ingest.kit.Topic;
import energy.sem.local.mariadb.DatabaseUser;
import energy.sem.local.mariadb.LocalMariaDb;

import static energy.sem.tests.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The packaged service on a primary with a replica, for whoever has those in the place of a cluster: the replica that a person
 * promotes lacks what the primary had committed last, and ingest reads that again by itself.
 */
class PromotedReplicaIT {
    private static final String GROUP = "sem-ingest-promoted";
    private static final int PARTS = 4;
    private static final String STORED = "SELECT COALESCE(SUM(next_offset), 0) FROM stored_position";

    @TempDir
    Path folder;

    @Test
    void what_a_promoted_replica_lacks_is_read_again_and_nothing_is_lost_or_doubled() throws Exception {
        Instant yesterday = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofDays(1));
        Street street =
                Street.onEachPartition("promoted", yesterday, Duration.ofHours(2), Duration.ofSeconds(30), PARTS);
        List<LocalMariaDb> servers = LocalMariaDb.startReplicated(folder);
        LocalMariaDb primary = servers.get(0);
        LocalMariaDb replica = servers.get(1);
        String both = "jdbc:mariadb:sequential://127.0.0.1:" + primary.port() + ",127.0.0.1:" + replica.port()
                + "/sem?deniedListTimeout=2000";
        try (primary;
                replica;
                Topic topic = new Topic(GROUP);
                IngestProcess ingest = IngestProcess.start(
                                "promoted", both, user -> primary.password(DatabaseUser.named(user)), GROUP)
                        .awaitReady()) {
            street.send(topic, 0);
            topic.awaitConsumed();
            await().until(() -> number(replica, STORED) == topic.size());

            // The replica falls behind, and the primary dies with what it had committed meanwhile.
            run(replica, "STOP SLAVE");
            street.send(topic, 1);
            topic.awaitConsumed();
            long lacking = topic.size() - number(replica, STORED);
            assertThat(lacking).isPositive();
            street.send(topic, 2);
            primary.kill();

            // Nobody writes to a replica before a person says so.
            ingest.awaitTrouble();
            long before = read(ingest);
            long promoted = System.nanoTime();
            run(replica, "SET GLOBAL read_only = OFF");
            street.send(topic, 3);
            await().until(() -> number(replica, STORED) == topic.size());
            System.out.printf(
                    "promoted: all was stored %.1f s later, %d telegrams of which the replica had lacked%n",
                    (System.nanoTime() - promoted) / 1e9, lacking);
            topic.awaitConsumed();
            ingest.awaitReady();

            assertThat(read(ingest) - before).isGreaterThanOrEqualTo(lacking);
            street.assertStored(sql -> rows(replica, sql));
            street.meters().forEach(meter -> assertThat(topic.dead(meter)).isEmpty());
        }
    }

    private static long read(IngestProcess ingest) {
        return Math.round(Metrics.sum(ingest.get("/q/metrics"), "sem_ingest_batch_events_sum"));
    }

    private static long number(LocalMariaDb server, String sql) {
        return Long.parseLong(rows(server, sql).get(0).get(0));
    }

    private static List<List<String>> rows(LocalMariaDb server, String sql) {
        try (Connection connection = server.connect(DatabaseUser.ROOT)) {
            return Tables.rows(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static void run(LocalMariaDb server, String sql) throws SQLException {
        try (Connection connection = server.connect(DatabaseUser.ROOT);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
