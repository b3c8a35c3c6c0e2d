package energy.sem.system;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** This version on the data of each released one: it takes them, and gives the same answers. */
@EnabledIfSystemProperty(named = "sem.test.long", matches = "true")
class UpgradeIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    static Stream<Released> released() throws Exception {
        return Released.all();
    }

    @ParameterizedTest(name = "of {0}")
    @MethodSource("released")
    void a_restored_household_and_events_of_an_earlier_version_give_the_same_answers(Released released)
            throws Exception {
        Path data = folder.resolve("data");
        Released.sem("restore", "--yes", "--data=" + data, released.backup().toString());

        try (RunningSem sem =
                RunningSem.start(data, "--meter=" + Released.METER + "=push").awaitReady()) {
            List<String> events = Files.readAllLines(released.events());
            send(sem, events);

            JsonNode answers = JSON.readTree(Files.readString(released.answers()));
            assertThat(answers.size()).isGreaterThan(3);
            Awaitility.await("the events are stored")
                    .atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> {
                        for (Map.Entry<String, JsonNode> each : answers.properties()) {
                            Released.assertSame(each.getValue(), Http.json(sem.history(each.getKey())), each.getKey());
                        }
                        assertThat(Database.importT1Wh(sem, serial(events))).containsAll(importT1Wh(events));
                    });
        }
    }

    private static String serial(List<String> events) throws Exception {
        return JSON.readTree(events.get(0)).at("/electricity/serial").asText();
    }

    private static List<Long> importT1Wh(List<String> events) throws Exception {
        List<Long> registers = new ArrayList<>();
        for (String event : events) {
            registers.add(JSON.readTree(event).at("/electricity/importT1Wh").asLong());
        }
        return registers;
    }

    private static void send(RunningSem sem, List<String> events) throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", sem.kafka()), new StringSerializer(), new StringSerializer())) {
            for (String event : events) {
                producer.send(new ProducerRecord<>("sem.telegrams", Released.METER, event))
                        .get();
            }
        }
    }
}
