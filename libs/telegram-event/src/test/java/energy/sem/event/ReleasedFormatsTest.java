package energy.sem.event;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two versions beside each other on Kafka, held against what each release has left: its events are read by this ingest, and this
 * gateway's are what its ingest, frozen as its schema, can read. A reader takes unknown words as its own not-known, so they are
 * not compared ({@link EventFormatTest}).
 */
class ReleasedFormatsTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Path RELEASED = Path.of("../../system-tests/src/test/resources/released");
    private static final Path TODAY = Path.of("../../docs/telegram-event.schema.json");

    @Test
    void every_event_that_a_released_gateway_wrote_is_read_without_a_loss() throws IOException {
        EventReader reader = new EventReader();
        for (Path release : releases()) {
            for (String json : Files.readAllLines(release.resolve("events.jsonl"))) {
                byte[] bytes = json.getBytes(UTF_8);
                assertThat(MAPPER.readTree(EventJson.write(reader.read(bytes))))
                        .as(release.toString())
                        .isEqualTo(MAPPER.readTree(json));
            }
        }
    }

    @Test
    void no_field_that_a_released_ingest_reads_is_gone_or_of_another_type() throws IOException {
        Map<String, String> today = types(MAPPER.readTree(TODAY.toFile()));
        for (Path release : releases()) {
            assertThat(today)
                    .as(release.toString())
                    .containsAllEntriesOf(types(MAPPER.readTree(schema(release).toFile())));
        }
    }

    @Property(tries = 200)
    void what_this_gateway_writes_is_an_event_to_every_released_ingest(
            @ForAll("folders") Path release, @ForAll("events") TelegramEvent event) throws IOException {
        JsonNode schema = withoutWords(MAPPER.readTree(schema(release).toFile()));

        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(schema)
                        .validate(MAPPER.readTree(EventJson.write(event))))
                .isEmpty();
    }

    @Provide
    Arbitrary<Path> folders() throws IOException {
        return Arbitraries.of(releases());
    }

    @Provide
    Arbitrary<TelegramEvent> events() {
        return RandomEvents.events();
    }

    /** Each release's folder. */
    private static List<Path> releases() throws IOException {
        try (Stream<Path> folders = Files.list(RELEASED)) {
            List<Path> all = folders.filter(Files::isDirectory).sorted().toList();
            assertThat(all).isNotEmpty();
            return all;
        }
    }

    private static Path schema(Path release) {
        return release.resolve("telegram-event.schema.json");
    }

    /** Of each field, with the way to it, its type. */
    private static Map<String, String> types(JsonNode schema) {
        Map<String, String> types = new TreeMap<>();
        collect("", schema, types);
        return types;
    }

    private static void collect(String way, JsonNode schema, Map<String, String> types) {
        types.put(way, schema.path("type") + " " + schema.path("format").asText());
        schema.path("properties")
                .properties()
                .forEach(field -> collect(way + "/" + field.getKey(), field.getValue(), types));
        if (schema.has("items")) {
            collect(way + "/*", schema.get("items"), types);
        }
    }

    private static JsonNode withoutWords(JsonNode schema) {
        for (JsonNode each : schema) {
            withoutWords(each);
        }
        if (schema instanceof ObjectNode object && object.path("enum").isArray()) {
            object.remove("enum");
        }
        return schema;
    }
}
