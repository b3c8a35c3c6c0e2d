package energy.sem.ingest;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import energy.sem.ingest.kit.IngestProcess;
import energy.sem.ingest.kit.Metrics;
import energy.sem.ingest.kit.Street;
import energy.sem.ingest.kit.Tables;
import energy.sem.ingest.kit.Topic;
import energy.sem.local.mariadb.DatabaseUser;
import energy.sem.local.mariadb.LocalMariaDb;
import energy.sem.local.test.GaleraCluster;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The packaged service on a Galera cluster, with writers on two nodes, which row locks do not keep apart: every reading is there
 * once and every quarter hour is right.
 */
class GaleraIT {
    private static final String GROUP = "sem-ingest-galera";
    private static final int PARTS = 4;

    @TempDir
    Path folder;

    @Test
    void writers_on_two_nodes_and_a_node_that_loses_its_cluster_lose_and_double_nothing() throws Exception {
        Instant yesterday = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofDays(1));
        Street street = Street.onEachPartition("galera", yesterday, Duration.ofHours(2), Duration.ofSeconds(30), PARTS);
        try (Topic topic = new Topic(GROUP);
                GaleraCluster cluster = GaleraCluster.startOrSkip(folder)) {
            LocalMariaDb first = cluster.nodes().get(0);
            LocalMariaDb second = cluster.nodes().get(1);
            // One goes on to the next node when it has to; the other has one address, and finds the tables made: two
            // nodes whose
            // tables are changed at once may stand still for good.
            try (IngestProcess one =
                            start("galera-one", cluster.jdbcUrl(0), first).awaitReady();
                    IngestProcess two =
                            start("galera-two", second.jdbcUrl(), first).awaitReady()) {
                street.send(topic, 0);
                topic.awaitConsumed();

                // Somebody on a third node changes what each batch changes: the later commit is refused, and made
                // again.
                try (Connection third = cluster.nodes().get(2).connect(DatabaseUser.ROOT)) {
                    street.send(topic, 1);
                    while (contended(one) + contended(two) == 0) {
                        run(third, "UPDATE meter_turn SET turns = turns + 1");
                        street.send(topic, 1);
                    }
                }
                topic.awaitConsumed();

                // A node loses the others. It still takes connections: who is there goes on elsewhere.
                isolate(first, true);
                street.send(topic, 2);
                topic.awaitConsumed();
                isolate(first, false);

                // Who has no other address is not ready, and goes on when the node is back.
                isolate(second, true);
                street.send(topic, 3);
                two.awaitTrouble();
                isolate(second, false);
                topic.awaitConsumed();
                two.awaitReady();
                one.awaitReady();
            }
            try (Connection third = cluster.nodes().get(2).connect(DatabaseUser.ROOT)) {
                run(third, "SET wsrep_sync_wait = 1");
                street.assertStored(sql -> Tables.rows(third, sql));
            }
            assertThat(topic.dead()).isEmpty();
        }
    }

    private static IngestProcess start(String name, String jdbcUrl, LocalMariaDb passwords) {
        return IngestProcess.start(name, jdbcUrl, user -> passwords.password(DatabaseUser.named(user)), GROUP);
    }

    private static double contended(IngestProcess replica) {
        return replica.get("/q/metrics").asString().contains("cause=\"contention\"")
                ? Metrics.sum(replica.get("/q/metrics"), "sem_ingest_retries_total")
                : 0;
    }

    private static void isolate(LocalMariaDb node, boolean on) throws SQLException {
        try (Connection connection = node.connect(DatabaseUser.ROOT)) {
            run(connection, "SET GLOBAL wsrep_provider_options = 'gmcast.isolate=" + (on ? 1 : 0) + "'");
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
