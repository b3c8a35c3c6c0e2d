package energy.sem.ingest;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import energy.sem.event.EventJson;
import energy.sem.event.Topics;
import energy.sem.ingest.kit.Events;
import energy.sem.ingest.kit.IngestProcess;
import energy.sem.ingest.kit.Metrics;
import energy.sem.ingest.kit.MiddleOfBatch;
import energy.sem.ingest.kit.OlderCopy;
import energy.sem.ingest.kit.Replicas;
import energy.sem.ingest.kit.Sql;
import energy.sem.ingest.kit.Street;
import energy.sem.ingest.kit.Tables;
import energy.sem.ingest.kit.Topic;
import energy.sem.local.kafka.LocalKafka;
import energy.sem.local.test.TestServices;

import static energy.sem.tests.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

/** The packaged service reads on where the database ends, whatever Kafka's group says, and whichever copy the database is. */
class ResumingIT {
    private static final int PARTS = 5;
    private static final String STORED = "SELECT SUM(next_offset) FROM stored_position";

    @RegisterExtension
    final Replicas replicas = new Replicas();

    @TempDir
    Path folder;

    @Test
    void reading_goes_on_where_the_database_ends() throws Exception {
        Instant yesterday = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofDays(1));
        Street street = Street.onEachPartition("resume", yesterday, Duration.ofHours(2), Duration.ofSeconds(30), PARTS);
        Topic topic = replicas.topic();
        IngestProcess one = replicas.start("one").awaitReady();
        street.send(topic, 0);
        topic.awaitConsumed();
        OlderCopy older = OlderCopy.take();

        // Killed when the database has committed and Kafka has not: nothing is read again.
        long earlier = Tables.number(STORED);
        try (MiddleOfBatch middle = MiddleOfBatch.hold()) {
            street.send(topic, 1);
            middle.awaitHeld(1);
            TestServices.get().killKafka();
        }
        await().until(() -> Tables.number(STORED) > earlier);
        one.kill();
        TestServices.get().startKafka();
        long stored = Tables.number(STORED);
        assertThat(topic.committed()).as("what Kafka's group knows").isLessThan(stored);
        IngestProcess two = replicas.start("two").awaitReady();
        street.send(topic, 2);
        topic.awaitConsumed();
        assertThat(read(two)).as("what was not stored").isEqualTo(topic.size() - stored);

        // An installation of a version without positions: it begins where its group is.
        two.stop();
        Sql.run("root", "DELETE FROM stored_position");
        long before = topic.committed();
        street.send(topic, 3);
        IngestProcess three = replicas.start("three").awaitReady();
        topic.awaitConsumed();
        assertThat(read(three)).isEqualTo(topic.size() - before);

        // An older copy takes the database's place while ingest runs: what it does not hold is read again.
        older.promote();
        street.send(topic, 4);
        topic.awaitConsumed();
        street.assertStored();
        assertThat(Tables.number(STORED)).isEqualTo(topic.size());

        // One so old that Kafka does not have all that it lacks: reading goes on with what there is.
        topic.deleteAll();
        Sql.run("root", "UPDATE stored_position SET next_offset = next_offset - 1");
        topic.send(List.of(event("late")));
        awaitMeter("late");

        // Another Kafka, which is empty: its records are not those of the same number.
        three.stop();
        try (LocalKafka empty = LocalKafka.start(folder.resolve("kafka"), 0)) {
            sendTo(empty.bootstrapServers());
            replicas.start("elsewhere", empty.bootstrapServers());
            awaitMeter("elsewhere");
        }
        assertThat(topic.dead()).isEmpty();
    }

    private static void awaitMeter(String meter) {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> Tables.number("SELECT COUNT(*) FROM reading r JOIN device d ON d.id = r.device_id"
                                + " JOIN meter m ON m.id = d.meter_id WHERE m.name = '" + meter + "'")
                        == 1);
    }

    /** How many telegrams this replica has stored. */
    private static long read(IngestProcess replica) {
        return Math.round(Metrics.sum(replica.get("/q/metrics"), "sem_ingest_batch_events_sum"));
    }

    private static energy.sem.event.TelegramEvent event(String meter) {
        return Events.at(meter, Instant.now().minusSeconds(60).toString())
                .importT1Wh(1)
                .build();
    }

    private static void sendTo(String servers) throws Exception {
        Map<String, Object> server = Map.of("bootstrap.servers", servers);
        try (Admin admin = Admin.create(server);
                KafkaProducer<String, byte[]> producer =
                        new KafkaProducer<>(server, new StringSerializer(), new ByteArraySerializer())) {
            admin.createTopics(List.of(
                            new NewTopic(Topics.TELEGRAMS, 12, (short) 1),
                            new NewTopic(Topics.DEAD, 3, (short) 1),
                            new NewTopic(Topics.PRICES, 1, (short) 1)))
                    .all()
                    .get();
            producer.send(new ProducerRecord<>(Topics.TELEGRAMS, "elsewhere", EventJson.write(event("elsewhere"))))
                    .get();
        }
    }
}
