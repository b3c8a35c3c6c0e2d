package energy.sem.cli.doctor;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.cli.process.Ports;
import energy.sem.local.process.FreePort;

import static org.assertj.core.api.Assertions.assertThat;

class ExaminationTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "WELL WELL, WELL, 0",
        "WELL FAULT, FAULT, 1",
        "UNKNOWN FAULT, FAULT, 1",
        "WELL UNKNOWN, UNKNOWN, 2",
        "'', UNKNOWN, 2"
    })
    void a_fault_outweighs_what_could_not_be_looked_at(String all, Verdict verdict, int status) {
        List<Verdict> verdicts = all.isEmpty()
                ? List.of()
                : List.of(all.split(" ", -1)).stream().map(Verdict::valueOf).toList();

        assertThat(Verdict.ofAll(verdicts)).isEqualTo(verdict);
        assertThat(verdict.exitStatus()).isEqualTo(status);
    }

    @Test
    void of_a_system_that_has_ended_every_part_is_named_and_the_rest_could_not_be_looked_at() throws Exception {
        int base = FreePort.find();
        Examination examination =
                Examination.of(new Patient(Addresses.of(folder, new Ports(base, base + 4, base + 5), Map.of())));

        assertThat(examination.verdict()).isEqualTo(Verdict.FAULT);
        assertThat(examination.inWords().lines())
                .anyMatch(line -> line.startsWith("FAULT  services      history does not answer at http://127.0.0.1:"))
                .anyMatch(line -> line.startsWith("FAULT  Kafka         Kafka does not answer at 127.0.0.1:"))
                .anyMatch(line -> line.startsWith("FAULT  MariaDB       the database's passwords in "))
                .anyMatch(line -> line.startsWith("?      answers       could not look: "))
                .contains("Something is wrong: see FAULT above.");
        JsonNode json = new ObjectMapper().readTree(examination.json());
        assertThat(json.path("verdict").asText()).isEqualTo("fault");
        assertThat(json.path("findings"))
                .hasSize(examination.results().size())
                .allSatisfy(finding -> assertThat(finding.path("what").asText()).isNotBlank());
    }
}
