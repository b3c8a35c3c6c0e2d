package energy.sem.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import energy.sem.event.TelegramEvent;
import energy.sem.ingest.kit.IngestProcess;
import energy.sem.ingest.kit.MiddleOfBatch;
import energy.sem.ingest.kit.PlainModel;
import energy.sem.ingest.kit.RandomHousehold;
import energy.sem.ingest.kit.Tables;
import energy.sem.ingest.kit.Topic;

import static org.assertj.core.api.Assertions.assertThat;

/** The packaged service, killed, frozen, added and removed under load: each reading is there once. */
class CrashIT {
    /** Within the raw window, so that raw readings are counted too. */
    private final Instant yesterday =
            Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofDays(1));

    private static Topic topic;

    private final List<IngestProcess> replicas = new ArrayList<>();

    @BeforeAll
    static void open() {
        topic = new Topic();
    }

    @AfterAll
    static void close() {
        topic.close();
    }

    @AfterEach
    void end() {
        replicas.forEach(IngestProcess::close);
    }

    @Test
    void killed_in_the_middle_of_a_batch_it_loses_and_doubles_nothing() {
        Map<String, List<TelegramEvent>> meters = meters("crash", 2);
        IngestProcess first = replica("first").awaitReady();
        meters.values().forEach(topic::send);
        MiddleOfBatch.reached();
        first.kill();
        long committed = topic.committed();
        assertThat(committed).as("killed before the end").isLessThan(topic.size());

        replica("second");
        topic.awaitConsumed();

        assertStored(meters);
    }

    @Test
    void replicas_that_come_go_die_and_fall_asleep_under_load_lose_and_double_nothing() {
        Map<String, List<TelegramEvent>> meters = meters("replicas", 6);
        IngestProcess one = replica("one").awaitReady();
        IngestProcess two = replica("two").awaitReady();
        sendPart(meters, 0);
        MiddleOfBatch.reached();
        one.freeze();
        sendPart(meters, 1);
        // The group takes the sleeper for dead and gives its partitions to others; then it wakes up within its batch.
        IngestProcess three = replica("three").awaitReady();
        topic.awaitMembers(2);
        one.thaw();
        sendPart(meters, 2);
        MiddleOfBatch.reached();
        two.kill();
        sendPart(meters, 3);
        three.stop();
        IngestProcess four = replica("four");
        topic.awaitConsumed();

        assertStored(meters);
        replayChangesNoRow(four);
    }

    /** As an operator does it: stop the service, set the group back to the beginning, start it again. */
    private void replayChangesNoRow(IngestProcess last) {
        Map<String, String> before = Tables.checksums();
        assertThat(before).doesNotContainValue(null).hasSameSizeAs(Tables.ALL);
        replicas.forEach(IngestProcess::close);
        last.close();
        topic.awaitMembers(0);
        topic.rewind();
        assertThat(topic.committed()).isZero();

        replica("replay");
        topic.awaitConsumed();

        assertThat(Tables.checksums()).isEqualTo(before);
    }

    private IngestProcess replica(String name) {
        IngestProcess replica = IngestProcess.start(name);
        replicas.add(replica);
        return replica;
    }

    private Map<String, List<TelegramEvent>> meters(String prefix, int count) {
        Map<String, List<TelegramEvent>> meters = new TreeMap<>();
        for (int number = 0; number < count; number++) {
            String meter = prefix + number;
            meters.put(
                    meter,
                    new RandomHousehold(500 + number, yesterday, Duration.ofHours(8), Duration.ofSeconds(10))
                            .events(meter));
        }
        return meters;
    }

    private static void sendPart(Map<String, List<TelegramEvent>> meters, int quarter) {
        meters.values()
                .forEach(events ->
                        topic.send(events.subList(events.size() * quarter / 4, events.size() * (quarter + 1) / 4)));
    }

    private static void assertStored(Map<String, List<TelegramEvent>> meters) {
        meters.forEach((meter, events) -> {
            PlainModel model = new PlainModel(events);
            assertThat(Tables.rows(Tables.QUARTERS.formatted(meter))).as(meter).isEqualTo(model.quarterHours());
            assertThat(Tables.rows(Tables.DAYS.formatted(meter))).as(meter).isEqualTo(model.days());
            assertThat(Tables.number("SELECT COUNT(*) FROM reading r JOIN device d ON d.id = r.device_id"
                            + " JOIN meter m ON m.id = d.meter_id WHERE m.name = '" + meter + "'"))
                    .as("raw readings of " + meter)
                    .isEqualTo(model.rawReadings());
            assertThat(topic.dead(meter)).isEmpty();
        });
    }
}
