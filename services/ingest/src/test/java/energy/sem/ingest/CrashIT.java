package energy.sem.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import energy.sem.ingest.kit.IngestProcess;
import energy.sem.ingest.kit.MiddleOfBatch;
import energy.sem.ingest.kit.Replicas;
import energy.sem.ingest.kit.Street;
import energy.sem.ingest.kit.Tables;
import energy.sem.ingest.kit.Topic;
import energy.sem.local.test.TestServices;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The packaged service, started before its database, killed, frozen, added and removed under load, and the database and the
 * broker killed under it, each in the middle of a batch: every reading is there once.
 */
class CrashIT {
    private static final int PARTS = 6;

    /** Within the raw window, so that raw readings are counted too. */
    private final Instant yesterday =
            Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofDays(1));

    @RegisterExtension
    final Replicas replicas = new Replicas();

    @Test
    void whatever_is_killed_in_the_middle_of_a_batch_the_tables_are_those_of_an_undisturbed_run() throws Exception {
        Street street = Street.onEachPartition("crash", yesterday, Duration.ofHours(4), Duration.ofSeconds(15), PARTS);
        Topic topic = replicas.topic();

        // Two replicas, and then the database: it is empty.
        TestServices.get().jdbcUrl("sem");
        TestServices.get().stopMariaDb();
        IngestProcess one = replicas.start("one");
        IngestProcess two = replicas.start("two");
        one.awaitTrouble();
        assertThat(one.get("/q/health/ready").asString()).contains("waiting for the database");
        assertThat(one.get("/q/health/live").statusCode()).isEqualTo(200);
        TestServices.get().startMariaDb();
        // Nothing was sent yet: the first telegram is not what makes them ready.
        one.awaitReady();
        two.awaitReady();
        street.send(topic, 0);
        assertThat(Tables.rows("SELECT script FROM flyway_schema_history WHERE success = 1"))
                .as("of replicas that start together one migrates")
                .isNotEmpty()
                .doesNotHaveDuplicates();

        // The database.
        try (MiddleOfBatch middle = MiddleOfBatch.hold()) {
            street.send(topic, 1);
            middle.awaitHeld(2);
            TestServices.get().killMariaDb();
        }
        one.awaitTrouble();
        two.awaitTrouble();
        TestServices.get().startMariaDb();

        // The broker.
        try (MiddleOfBatch middle = MiddleOfBatch.hold()) {
            street.send(topic, 2);
            middle.awaitHeld(2);
            TestServices.get().killKafka();
        }
        TestServices.get().startKafka();
        topic.awaitConsumed();
        topic.awaitMembers(2);

        // A replica. Another takes its place.
        try (MiddleOfBatch middle = MiddleOfBatch.hold()) {
            street.send(topic, 3);
            middle.awaitHeld(2);
            one.kill();
        }
        IngestProcess three = replicas.start("three").awaitReady();
        topic.awaitConsumed();
        topic.awaitMembers(2);

        // A replica that falls asleep: the others get its partitions, and the server ends its transaction.
        try (MiddleOfBatch middle = MiddleOfBatch.hold()) {
            street.send(topic, 4);
            middle.awaitHeld(2);
            two.freeze();
        }
        // Meanwhile someone asks on the command line, beside the running service, what was kept aside.
        assertThat(IngestProcess.run(
                        List.of("restore", "--meter", street.meters().get(0))))
                .contains("register-fell: invented")
                .contains("Nothing was changed; --yes puts them back.")
                .endsWith("exit code 0");
        topic.awaitConsumed();
        assertThat(topic.members()).hasSize(1);
        // It wakes up in the middle of a batch that is another's by now; then it is the only one.
        two.thaw();
        topic.awaitMembers(2);
        street.send(topic, 5);
        three.stop();
        topic.awaitConsumed();

        street.assertStored();
        assertThat(topic.dead()).isEmpty();
        two.awaitReady();
        Map<String, String> disturbed = Tables.contentSums();
        replicas.undisturbedRun();
        assertThat(Tables.contentSums()).isEqualTo(disturbed);
    }
}
