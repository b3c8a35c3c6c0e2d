package energy.sem.ingest;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import energy.sem.event.TelegramEvent;
import energy.sem.ingest.kit.Events;
import energy.sem.ingest.kit.IngestProcess;
import energy.sem.ingest.kit.Metrics;
import energy.sem.ingest.kit.PlainModel;
import energy.sem.ingest.kit.Street;
import energy.sem.ingest.kit.Tables;
import energy.sem.ingest.kit.Topic;
import energy.sem.ingest.statement.DatabaseFault;
import energy.sem.local.mariadb.DatabaseUser;
import energy.sem.local.mariadb.LocalMariaDb;
import energy.sem.local.test.GaleraCluster;

import static energy.sem.tests.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * The packaged service on a Galera cluster, with writers on two nodes, which row locks do not keep apart: every reading is there
 * once and every quarter hour is right. docs/decisions/cluster.md has the rules that are shown here.
 */
class GaleraIT {
    private static final String GROUP = "sem-ingest-galera";
    private static final int PARTS = 4;
    private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");
    private static final ZoneId OTHER_ZONE = ZoneId.of("America/New_York");

    /** How often {@code Restoring} tries. */
    private static final int PATIENCE = 20;

    private static final long DAY_MILLI = Duration.ofDays(1).toMillis();

    @TempDir
    static Path folder;

    private static Topic topic;
    private static GaleraCluster cluster;

    /** Its address goes on to the next node when it has to. */
    private static IngestProcess one;

    /** It has the address of the second node only. */
    private static IngestProcess two;

    /** Two that make the tables at once, by addresses that name the same node first, go one after the other. */
    @BeforeAll
    static void two_that_make_the_tables_at_once_both_become_ready() {
        topic = new Topic(GROUP);
        cluster = GaleraCluster.startOrSkip(folder);
        try (IngestProcess other = start("galera-other", cluster.jdbcUrl(0), ZONE)) {
            one = start("galera-one", cluster.jdbcUrl(0), ZONE);
            one.awaitReady();
            other.awaitReady();
            other.stop();
        }
        two = start("galera-two", node(1).jdbcUrl(), ZONE).awaitReady();
    }

    @AfterAll
    static void end() {
        for (AutoCloseable each : new AutoCloseable[] {one, two, cluster, topic}) {
            try {
                if (each != null) {
                    each.close();
                }
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void writers_on_two_nodes_and_a_node_that_loses_its_cluster_lose_and_double_nothing() throws Exception {
        Street street = street("galera", yesterday());
        street.send(topic, 0);
        topic.awaitConsumed();

        // Somebody on a third node changes what each batch changes: the later commit is refused, and made again.
        try (Connection third = root(2)) {
            street.send(topic, 1);
            while (contended(one) + contended(two) == 0) {
                run(third, "UPDATE meter_turn SET turns = turns + 1");
                street.send(topic, 1);
            }
        }
        topic.awaitConsumed();

        // A node loses the others. It still takes connections: who is there goes on elsewhere.
        isolate(0, true);
        street.send(topic, 2);
        topic.awaitConsumed();
        isolate(0, false);

        // Who has no other address is not ready, and goes on when the node is back.
        isolate(1, true);
        street.send(topic, 3);
        two.awaitTrouble();
        isolate(1, false);
        topic.awaitConsumed();
        two.awaitReady();
        one.awaitReady();

        street.assertStored(GaleraIT::rowsOfTheThird);
        assertNothingDead(street);
    }

    @Test
    void days_follow_a_new_zone_on_two_nodes_at_once_while_others_still_write_those_of_the_old_one() throws Exception {
        // From an hour before midnight on in the one zone, and from the afternoon on in the other.
        Street street = street(
                "zone",
                LocalDate.now(ZONE)
                        .atStartOfDay(ZONE)
                        .minusDays(1)
                        .minusHours(1)
                        .toInstant());
        street.send(topic, 0);
        topic.awaitConsumed();

        // As an update of pods does it: the new ones are there before the old ones go.
        IngestProcess oldOne = one;
        IngestProcess oldTwo = two;
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> street.send(topic, 1));
        startBoth("new", OTHER_ZONE);
        writing.join();
        topic.awaitMembers(4);
        // Who has the old zone does not write days of it among those of the new one.
        street.send(topic, 2);
        oldOne.awaitTrouble();
        oldTwo.awaitTrouble();
        oldOne.close();
        oldTwo.close();
        street.send(topic, 3);
        topic.awaitConsumed();
        street.assertDays(GaleraIT::rowsOfTheThird, OTHER_ZONE);

        one.stop();
        two.stop();
        startBoth("back", ZONE);
        street.assertDays(GaleraIT::rowsOfTheThird, ZONE);
        assertNothingDead(street);
    }

    /** The command alone writes on the third node: what is refused there is a part of its work, which it does again. */
    @Test
    void values_are_put_back_once_on_one_node_while_another_refuses_it_and_batches_are_written() throws Exception {
        Instant from = yesterday();
        List<TelegramEvent> plausible = new ArrayList<>();
        List<TelegramEvent> sent = new ArrayList<>();
        int aside = 0;
        int said = 10_000;
        for (int second = 0; second < said; second++) {
            Events event = reading(from, second);
            plausible.add(event.build());
            boolean implausible = second % 2 == 0;
            aside += implausible ? 1 : 0;
            sent.add(implausible ? event.implausible("1SEM-putback", "jump").build() : event.build());
        }
        topic.send(sent);
        topic.awaitConsumed();

        // The first node writes batches of this meter, and in between changes what the command changes, as long as that
        // runs.
        long before = refused(2);
        CompletableFuture<String> command = CompletableFuture.supplyAsync(GaleraIT::restore);
        try (Connection first = root(0)) {
            for (int second = said; !command.isDone(); second++) {
                List<TelegramEvent> next = List.of(reading(from, second).build());
                topic.send(next);
                plausible.addAll(next);
                disturb(first, command);
            }
        }
        assertThat(refused(2)).as("transactions of the command refused").isGreaterThan(before);
        topic.awaitConsumed();
        assertThat(command.get()).contains(aside + " values were put back.").endsWith("exit code 0");

        PlainModel model = new PlainModel(plausible);
        assertThat(rowsOfTheThird(Tables.QUARTERS.formatted("putback"))).isEqualTo(model.quarterHours());
        assertThat(rowsOfTheThird(Tables.DAYS.formatted("putback"))).isEqualTo(model.days());
        assertThat(rowsOfTheThird(
                        "SELECT COUNT(*), COUNT(restored_at) FROM quarantine q JOIN meter m ON m.id = q.meter_id"
                                + " WHERE m.name = 'putback'"))
                .containsExactly(List.of(Integer.toString(aside), Integer.toString(aside)));
        assertThat(rowsOfTheThird("SELECT COUNT(*) FROM reading r JOIN device d ON d.id = r.device_id"
                        + " WHERE d.serial = '1SEM-putback'"))
                .containsExactly(List.of(Long.toString(model.rawReadings())));
    }

    /** GET_LOCK is of one node: nobody waits for the other. */
    @Test
    void the_window_is_moved_on_two_nodes_at_once_and_whoever_was_refused_moves_it_again() throws Exception {
        long until = yesterday().toEpochMilli() + 5 * DAY_MILLI;
        List<SQLException> refused = new ArrayList<>();
        try (Connection first = root(0);
                Connection second = root(1)) {
            for (int round = 0; refused.isEmpty() && round < 40; round++) {
                until += DAY_MILLI;
                long to = until;
                CyclicBarrier both = new CyclicBarrier(2);
                CompletableFuture<List<SQLException>> other =
                        CompletableFuture.supplyAsync(() -> moveWindow(second, to, both));
                refused.addAll(moveWindow(first, to, both));
                refused.addAll(other.get());
            }
        }
        assertThat(refused).isNotEmpty().allSatisfy(each -> assertThat(DatabaseFault.of(each))
                .as(each.toString())
                .isEqualTo(DatabaseFault.CONTENTION));
        for (int node = 0; node < 3; node++) {
            assertThat(rows(node, "SELECT raw_until >= " + until + " FROM raw_window"))
                    .containsExactly(List.of("1"));
            assertThat(rows(
                            node,
                            "SELECT table_name, MAX(CAST(partition_description AS SIGNED)) = (SELECT raw_until FROM"
                                    + " raw_window) FROM information_schema.partitions WHERE table_schema = 'sem'"
                                    + " AND partition_description IS NOT NULL GROUP BY table_name ORDER BY table_name"))
                    .containsExactly(List.of("mbus_reading", "1"), List.of("reading", "1"));
        }
    }

    @Test
    void of_a_node_whose_two_others_are_gone_for_good_a_person_makes_the_cluster_and_it_has_all_rows()
            throws Exception {
        Street street = street("survivor", yesterday());
        two.stop();
        street.send(topic, 0);
        topic.awaitConsumed();
        node(0).kill();
        node(1).kill();
        street.send(topic, 1);
        try (Connection survivor = root(2)) {
            await().until(() -> Tables.rows(survivor, "SHOW STATUS LIKE 'wsrep_cluster_status'")
                    .equals(List.of(List.of("wsrep_cluster_status", "non-Primary"))));
            assertThatThrownBy(() -> run(survivor, "DO 1")).hasMessageContaining("WSREP has not yet prepared node");
            run(survivor, "SET GLOBAL wsrep_provider_options = 'pc.bootstrap=YES'");
        }
        topic.awaitConsumed();
        one.awaitReady();
        street.send(topic, 2);
        topic.awaitConsumed();

        // Machines in their place get the rows from it.
        node(0).restart();
        node(1).restart();
        two = start("galera-two-again", node(1).jdbcUrl(), ZONE).awaitReady();
        street.send(topic, 3);
        topic.awaitConsumed();
        street.assertStored(sql -> rows(0, sql));
        street.assertStored(sql -> rows(2, sql));
        assertNothingDead(street);
    }

    /** Moves it until it is not refused; gives why it was. */
    private static List<SQLException> moveWindow(Connection connection, long until, CyclicBarrier both) {
        List<SQLException> refused = new ArrayList<>();
        try {
            both.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
        while (refused.size() < PATIENCE) {
            try {
                run(connection, "CALL move_raw_window(0, " + until + ")");
                return refused;
            } catch (SQLException e) {
                refused.add(e);
            }
        }
        throw new IllegalStateException(refused.get(0));
    }

    private static String restore() {
        try {
            return IngestProcess.run(
                    node(2).jdbcUrl(), GaleraIT::password, List.of("restore", "--meter", "putback", "--yes"));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Events reading(Instant from, int second) {
        return Events.at("putback", from.plusSeconds(second)).importT1Wh(1000 + second);
    }

    private static Street street(String prefix, Instant from) {
        return Street.onEachPartition(prefix, from, Duration.ofHours(2), Duration.ofSeconds(30), PARTS);
    }

    private static Instant yesterday() {
        return Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofDays(1));
    }

    private static void startBoth(String name, ZoneId zone) {
        one = start("galera-one-" + name, cluster.jdbcUrl(0), zone);
        two = start("galera-two-" + name, node(1).jdbcUrl(), zone);
        one.awaitReady();
        two.awaitReady();
    }

    private static IngestProcess start(String name, String jdbcUrl, ZoneId zone) {
        return IngestProcess.start(name, jdbcUrl, GaleraIT::password, GROUP, Map.of("SEM_TIME_ZONE", zone.getId()));
    }

    private static String password(String user) {
        return node(0).password(DatabaseUser.named(user));
    }

    private static LocalMariaDb node(int number) {
        return cluster.nodes().get(number);
    }

    private static Connection root(int node) throws SQLException {
        return node(node).connect(DatabaseUser.ROOT);
    }

    private static List<List<String>> rowsOfTheThird(String sql) {
        return rows(2, sql);
    }

    /** Of what this node and all others have committed. */
    private static List<List<String>> rows(int node, String sql) {
        try (Connection connection = root(node)) {
            run(connection, "SET wsrep_sync_wait = 1");
            return Tables.rows(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static void assertNothingDead(Street street) {
        street.meters().forEach(meter -> assertThat(topic.dead(meter)).isEmpty());
    }

    private static double contended(IngestProcess replica) {
        return replica.get("/q/metrics").asString().contains("cause=\"contention\"")
                ? Metrics.sum(replica.get("/q/metrics"), "sem_ingest_retries_total")
                : 0;
    }

    /** Changes a row of each meter, then leaves the command some time in which it is not disturbed. */
    private static void disturb(Connection first, CompletableFuture<?> command) throws Exception {
        try {
            run(first, "UPDATE meter_turn SET turns = turns + 1");
        } catch (SQLException e) {
            assertThat(DatabaseFault.of(e)).isEqualTo(DatabaseFault.CONTENTION);
        }
        try {
            command.get(60, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // It goes on.
        }
    }

    /** Transactions of this node that had to give way to one of another node. */
    private static long refused(int node) throws SQLException {
        try (Connection connection = root(node)) {
            return Tables.rows(
                            connection,
                            "SELECT SUM(variable_value) FROM information_schema.global_status WHERE variable_name IN"
                                    + " ('wsrep_local_bf_aborts', 'wsrep_local_cert_failures')")
                    .stream()
                    .mapToLong(row -> (long) Double.parseDouble(row.get(0)))
                    .sum();
        }
    }

    private static void isolate(int node, boolean on) throws SQLException {
        try (Connection connection = root(node)) {
            run(connection, "SET GLOBAL wsrep_provider_options = 'gmcast.isolate=" + (on ? 1 : 0) + "'");
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
