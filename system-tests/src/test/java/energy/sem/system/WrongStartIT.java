package energy.sem.system;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

/**
 * What {@code ./sem} says when it cannot start: a clear line for each fault, exit status 1 (2 for a command line that is not
 * understood), nothing left running.
 */
class WrongStartIT {
    @TempDir
    private Path temp;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "2 | down                        | there is no command \"down\" (",
                "2 | dispaly-config              | there is no command \"dispaly-config\" (did you mean display-config",
                "2 | help nothing                | Unknown subcommand 'nothing'",
                "2 | up --frob                   | Unknown option: '--frob' (./sem up --help shows what there is)",
                "2 | up --meter                  | Missing required parameter for option '--meter'",
                "2 | up --port-base eighty       | 'eighty' is not an int",
                "1 | up --meter my-roof=push     | the name \"my-roof\"",
                "1 | up --meter home=serail:/dev | is no source",
                "1 | up --meter home=tcp://a:99999 | port 99999 does not exist",
                "1 | up --meter home=replay:/no/such/file | the recording /no/such/file is not there",
                "1 | up --key home=hush --meter roof=push | there is no --meter home",
                "1 | up --port-base 80           | a number from 1024 to 65532",
                "1 | up --kafka-port 8081        | overlap",
                "1 | up --meter a=push --meter b=simulated | cannot share a data folder"
            })
    void a_wrong_command_line_is_explained(int status, String arguments, String message) throws Exception {
        List<String> words = new ArrayList<>(List.of(arguments.split(" +", -1)));
        if (words.stream().anyMatch(word -> word.contains("=replay:"))) {
            words.addAll(RunningSem.up(RunningSem.freePortBase(), temp).stream()
                    .skip(1)
                    .toList());
        }

        assertThat(failure(status, words)).contains(message);
    }

    @Test
    void every_taken_port_is_named_and_the_command_that_is_offered_starts() throws Exception {
        int portBase = RunningSem.freePortBase();
        try (ServerSocket display = listen(portBase + 3);
                ServerSocket kafka = listen(portBase + 4)) {
            RunningSem sem = RunningSem.start(0, temp, Map.of(), RunningSem.up(portBase, temp));
            assertThat(sem.awaitEnd(Duration.ofMinutes(1))).isEqualTo(1);
            List<String> said = sem.output().lines().toList();
            sem.close();

            assertThat(said).hasSize(3);
            assertThat(said.get(0)).startsWith("sem: port " + display.getLocalPort() + " (display-feed) is taken");
            assertThat(said.get(1)).startsWith("sem: port " + kafka.getLocalPort() + " (Kafka) is taken");
            String offer = "sem: stop what is in the way, or type: ./sem ";
            assertThat(said.get(2)).startsWith(offer).doesNotContain(Integer.toString(kafka.getLocalPort()));
            List<String> offered = List.of(said.get(2).substring(offer.length()).split(" ", -1));
            try (RunningSem beside = RunningSem.start(0, temp, Map.of(), offered)) {
                Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> beside.output()
                        .contains("SEM starts;"));
            }
        }
    }

    @Test
    void a_data_folder_that_cannot_be_written_is_named() throws Exception {
        Path notAFolder =
                Files.writeString(temp.resolve("file"), "not a folder").resolve("data");

        RunningSem sem = RunningSem.start(0, temp, Map.of(), RunningSem.up(RunningSem.freePortBase(), notAFolder));

        assertThat(sem.awaitEnd(Duration.ofMinutes(1))).isEqualTo(1);
        assertThat(sem.output().lines())
                .hasSize(2)
                .first(STRING)
                .startsWith("sem: the data folder " + notAFolder + " cannot be written");
        sem.close();
    }

    @Test
    void a_data_folder_with_simulated_readings_refuses_a_real_meter() throws Exception {
        Files.writeString(temp.resolve("kind-of-readings"), "SIMULATED\n");
        List<String> arguments = RunningSem.up(RunningSem.freePortBase(), temp);
        arguments.addAll(List.of("--meter", "home=push"));

        RunningSem sem = RunningSem.start(0, temp, Map.of(), arguments);

        assertThat(sem.awaitEnd(Duration.ofMinutes(1))).isEqualTo(1);
        assertThat(sem.output())
                .contains("holds readings of a simulated household")
                .contains("--data " + temp + "-2");
        sem.close();
    }

    @Test
    void a_service_that_ends_at_its_start_is_named_with_the_end_of_its_log() throws Exception {
        RunningSem sem = RunningSem.start(
                0, temp, Map.of("SEM_NO_SUCH_SETTING", "1"), RunningSem.up(RunningSem.freePortBase(), temp));

        assertThat(sem.awaitEnd(Duration.ofMinutes(2))).isEqualTo(1);
        assertThat(sem.output())
                .contains("ended by itself (exit code 1)")
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
            RunningSem second = RunningSem.start(0, temp, Map.of(), RunningSem.up(RunningSem.freePortBase(), temp));
            assertThat(second.awaitEnd(Duration.ofMinutes(1))).isEqualTo(1);
            assertThat(second.output())
                    .contains(
                            "the data folder " + temp + " is in use by another ./sem up (process " + first.pid() + ")")
                    .contains("or type: ./sem up ");
            second.close();
            assertThat(first.isAlive()).isTrue();
            children = first.children();
        }
        assertThat(children).as("stopped while it started").noneMatch(RunningSem::runs);
    }

    private static ServerSocket listen(int port) throws Exception {
        return new ServerSocket(port, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    }

    /** The one line that it says before it ends with that status. */
    private String failure(int status, List<String> arguments) throws Exception {
        RunningSem sem = RunningSem.start(0, temp, Map.of(), arguments);
        assertThat(sem.awaitEnd(Duration.ofMinutes(1))).isEqualTo(status);
        String said = sem.output().strip();
        sem.close();
        assertThat(said.lines()).as(said).hasSize(1);
        assertThat(said).startsWith("sem: ");
        return said;
    }
}
