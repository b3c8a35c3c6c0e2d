package energy.sem.system;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What {@code ./sem doctor --json} said.
 *
 * @param status its exit status
 * @param answer its JSON; empty when there was none
 */
public record Doctor(int status, JsonNode answer) {
    /** Asks it about the {@code ./sem up} with that data folder. */
    public static Doctor ask(Path data) throws IOException, InterruptedException {
        Process process = RunningSem.command(List.of("doctor", "--json", "--data=" + data))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        JsonNode answer = new ObjectMapper().readTree(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Doctor(process.exitValue(), answer);
    }

    /** What is wrong, each after the name of its check. */
    public List<String> faults() {
        return StreamSupport.stream(answer.path("findings").spliterator(), false)
                .filter(finding -> finding.path("verdict").asText().equals("fault"))
                .map(finding -> finding.path("check").asText() + ": "
                        + finding.path("what").asText())
                .toList();
    }
}
