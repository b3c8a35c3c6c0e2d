package energy.sem.system;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What {@code ./sem} says when it cannot start: one clear line, exit status 1, nothing left running. */
class WrongStartIT {
    @TempDir
    private Path temp;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                            | say what to do",
                "down                        | Unmatched argument",
                "up --frob                   | Unknown option: '--frob'",
                "up --meter                  | Missing required parameter for option '--meter'",
                "up --meter my-roof=push     | the name \"my-roof\"",
                "up --meter home=serail:/dev | unknown source",
                "up --key home=hush --meter roof=push | there is no --meter home",
                "up --port-base eighty       | 'eighty' is not an int",
                "up --port-base 80           | a number from 1024 to 65532",
                "up --kafka-port 8081         | overlap",
                "up --meter a=push --meter b=simulated | cannot share a data folder"
            })
    void a_wrong_command_line_is_explained(String arguments, String message) throws Exception {
        List<String> words = arguments == null ? List.of() : List.of(arguments.split(" +", -1));

        assertThat(failure(words, Map.of())).contains(message);
    }

    @Test
    void a_taken_port_is_named() throws Exception {
        int portBase = RunningSem.freePortBase();
        try (ServerSocket taken =
                new ServerSocket(portBase + 3, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            assertThat(failure(RunningSem.up(portBase, temp), Map.of()))
                    .contains("port " + taken.getLocalPort() + " (display-feed) is taken");
        }
    }

    @Test
    void a_data_folder_that_cannot_be_written_is_named() throws Exception {
        Path notAFolder =
                Files.writeString(temp.resolve("file"), "not a folder").resolve("data");

        assertThat(failure(RunningSem.up(RunningSem.freePortBase(), notAFolder), Map.of()))
                .contains("the data folder " + notAFolder + " cannot be written");
    }

    @Test
    void a_data_folder_with_simulated_readings_refuses_a_real_meter() throws Exception {
        Files.writeString(temp.resolve("kind-of-readings"), "SIMULATED\n");
        List<String> arguments = RunningSem.up(RunningSem.freePortBase(), temp);
        arguments.addAll(List.of("--meter", "home=push"));

        assertThat(failure(arguments, Map.of())).contains("holds readings of a simulated household");
    }

    @Test
    void a_service_that_ends_at_its_start_is_named_with_the_end_of_its_log() throws Exception {
        RunningSem sem = RunningSem.start(
                0, temp, Map.of("SEM_NO_SUCH_SETTING", "1"), RunningSem.up(RunningSem.freePortBase(), temp));

        assertThat(sem.awaitEnd(Duration.ofMinutes(2))).isEqualTo(1);
        assertThat(sem.output())
                .contains("has ended by itself")
                .contains("SEM_NO_SUCH_SETTING")
                .contains("The whole log: " + temp.resolve("logs"));
        assertThat(sem.children()).isEmpty();
        sem.close();
    }

    @Test
    void a_data_folder_in_use_is_named_with_its_user() throws Exception {
        RunningSem first = RunningSem.start(temp, "--meter=home=simulated?history=P1D");
        List<ProcessHandle> children;
        try (first) {
            Path taken = temp.resolve("in-use-by");
            Awaitility.await("the folder taken, and a child started in it")
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> Files.exists(taken)
                            && Files.readString(taken).contains(Long.toString(first.pid()))
                            && !first.children().isEmpty());
            assertThat(failure(RunningSem.up(RunningSem.freePortBase(), temp), Map.of()))
                    .contains(
                            "the data folder " + temp + " is in use by another ./sem up (process " + first.pid() + ")");
            assertThat(first.isAlive()).isTrue();
            children = first.children();
        }
        assertThat(children).as("stopped while it started").noneMatch(RunningSem::runs);
    }

    /** The one line that it says before it ends with status 1. */
    private String failure(List<String> arguments, Map<String, String> environment) throws Exception {
        RunningSem sem = RunningSem.start(0, temp, environment, arguments);
        assertThat(sem.awaitEnd(Duration.ofMinutes(1))).isEqualTo(1);
        String said = sem.output().strip();
        sem.close();
        assertThat(said.lines()).as(said).hasSize(1);
        assertThat(said).startsWith("sem: ");
        return said;
    }
}
