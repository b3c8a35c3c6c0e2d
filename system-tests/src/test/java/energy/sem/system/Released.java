package energy.sem.system;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A household of a released version: its backup, the events that came over Kafka after it, and the answers that the version
 * gave when it had stored those. {@link RecordReleaseIT} made it.
 *
 * @param folder in which the three files are
 */
record Released(Path folder) {
    static final String METER = "home";

    /** All that are kept, by their versions. */
    static Stream<Released> all() throws IOException {
        try (Stream<Path> folders = Files.list(resources())) {
            return folders.filter(Files::isDirectory).sorted().map(Released::new).toList().stream();
        }
    }

    static Released of(String version) {
        return new Released(resources().resolve(version));
    }

    Path backup() {
        return folder.resolve("household.semb");
    }

    /** A line an event, as the gateway wrote it. */
    Path events() {
        return folder.resolve("events.jsonl");
    }

    /** One JSON object: each question, and its answer. */
    Path answers() {
        return folder.resolve("answers.json");
    }

    /** What is asked of history about the two days before an instant's midnight and the day itself. */
    static List<String> questions(String from, String to) {
        String range = "from=" + encoded(from) + "&to=" + encoded(to);
        String meter = "/api/v1/meters/" + METER;
        return List.of(
                meter + "/history?" + range + "&step=PT15M",
                meter + "/history?" + range + "&step=PT1H&fields=voltage,power",
                meter + "/history?" + range + "&step=P1D",
                meter + "/events?" + range);
    }

    /** That each field of an earlier answer is there with its value; a later version may say more. */
    static void assertSame(JsonNode earlier, JsonNode now, String where) {
        if (earlier.isObject()) {
            for (Map.Entry<String, JsonNode> field : earlier.properties()) {
                assertSame(field.getValue(), now.path(field.getKey()), where + "/" + field.getKey());
            }
        } else if (earlier.isArray()) {
            assertThat(now).as(where).hasSameSizeAs(earlier);
            Iterator<JsonNode> others = now.iterator();
            int index = 0;
            for (JsonNode each : earlier) {
                assertSame(each, others.next(), where + "/" + index++);
            }
        } else {
            assertThat(now).as(where).isEqualTo(earlier);
        }
    }

    /** Runs a command of {@code ./sem} to its end and returns what it said. */
    static String sem(String... arguments) throws IOException, InterruptedException {
        Process process =
                RunningSem.command(List.of(arguments)).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }

    private static Path resources() {
        return Path.of(System.getProperty("sem.checkout"), "system-tests/src/test/resources/released");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return folder.getFileName().toString();
    }
}
