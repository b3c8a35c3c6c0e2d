package energy.sem.system;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

import energy.sem.local.mariadb.DatabaseUser;
import energy.sem.local.mariadb.LocalMariaDb;

/**
 * Not a test: records what {@link UpgradeIT} holds later versions to, once for each release, with
 * {@code -Dsem.record.release=0.1.0}. The household is simulated, and then said to be a real one: a folder of simulated
 * readings would be filled up to the present at each start.
 */
@EnabledIfSystemProperty(named = "sem.record.release", matches = ".+")
class RecordReleaseIT {
    private static final int EVENTS = 40;

    @TempDir
    private Path folder;

    @Test
    void record() throws Exception {
        Released released = Released.of(System.getProperty("sem.record.release"));
        Files.createDirectories(released.folder());
        try (RunningSem sem = RunningSem.start(
                        folder.resolve("data"), "--meter=" + Released.METER + "=simulated?seed=10&history=P2D")
                .awaitReady()) {
            Path simulated = backup(sem.data(), folder.resolve("simulated"));
            Files.move(real(simulated), released.backup());
            List<String> events = events(sem);
            String last = new ObjectMapper()
                    .readTree(events.get(events.size() - 1))
                    .path("at")
                    .asText();
            // What its ingest reads, for ReleasedFormatsTest of libs/telegram-event.
            Files.copy(
                    Path.of("../docs/telegram-event.schema.json"),
                    released.folder().resolve("telegram-event.schema.json"),
                    StandardCopyOption.REPLACE_EXISTING);
            Files.writeString(released.events(), String.join("\n", events) + "\n", StandardCharsets.UTF_8);
            answers(sem, released, OffsetDateTime.parse(last));
        }
    }

    /** The same as a real meter's: in a folder of its own, in which no simulated telegram says otherwise again. */
    private Path real(Path simulated) throws Exception {
        Path data = folder.resolve("real");
        Released.sem("restore", "--yes", "--data=" + data, simulated.toString());
        try (LocalMariaDb database = LocalMariaDb.start(data.resolve("mariadb"), 0);
                Connection connection = database.connect(DatabaseUser.MIGRATE);
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE meter SET simulated = 0");
        }
        return backup(data, folder.resolve("backups"));
    }

    private static Path backup(Path data, Path to) throws Exception {
        Released.sem("backup", "--data=" + data, "--to=" + to);
        try (Stream<Path> files = Files.list(to)) {
            return files.findFirst().orElseThrow();
        }
    }

    /** The next ones; before them there may be some that are in the backup too, as there would be. */
    private static List<String> events(RunningSem sem) {
        List<String> events = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", sem.kafka()), new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(consumer.partitionsFor("sem.telegrams").stream()
                    .map(each -> new TopicPartition(each.topic(), each.partition()))
                    .toList());
            consumer.seekToEnd(consumer.assignment());
            while (events.size() < EVENTS) {
                for (ConsumerRecord<String, String> each : consumer.poll(Duration.ofSeconds(1))) {
                    // Without this word, for the same reason as the rows.
                    events.add(each.value().replace("\"simulated\":true,", ""));
                }
            }
        }
        return events.subList(0, EVENTS);
    }

    /** Of the days up to the midnight before the last event, and of its own day up to the quarter hour before it. */
    private static void answers(RunningSem sem, Released released, OffsetDateTime last) throws Exception {
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> OffsetDateTime.parse(
                        Http.json(sem.history("/api/v1/meters"))
                                .at("/meters/0/lastReadingAt")
                                .asText())
                .isAfter(last));
        ZonedDateTime here =
                last.atZoneSameInstant(ZoneId.of("Europe/Brussels")).truncatedTo(ChronoUnit.DAYS);
        ObjectNode answers = new ObjectMapper().createObjectNode();
        for (String question : Released.questions(
                here.minusDays(1).toOffsetDateTime().toString(),
                here.toOffsetDateTime().toString())) {
            ObjectNode answer = (ObjectNode) Http.json(sem.history(question));
            // What the present adds is no matter of the version.
            answer.remove(List.of("simulated", "stale", "lastReadingAt"));
            // The contracts of the simulated household are settings, not data.
            answer.findParents("costs").forEach(each -> ((ObjectNode) each).remove("costs"));
            answers.set(question, answer);
        }
        Files.writeString(released.answers(), answers.toPrettyString() + "\n", StandardCharsets.UTF_8);
    }
}
