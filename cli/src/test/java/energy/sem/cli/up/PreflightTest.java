package energy.sem.cli.up;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import energy.sem.cli.StartFailure;
import energy.sem.cli.folder.DataFolder;
import energy.sem.cli.meter.MeterChoice;
import energy.sem.cli.process.Ports;
import energy.sem.cli.screen.Screen;
import energy.sem.local.process.FreePort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PreflightTest {
    @TempDir
    private Path temp;

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final Ports ports = freePorts();

    @Test
    void every_fault_is_said_at_once_and_a_command_without_them_is_offered_last() throws Exception {
        Path folder = temp.resolve("data");
        try (DataFolder taken = DataFolder.take(folder, DataFolder.Kind.REAL);
                ServerSocket history = listen(ports.base() + 1);
                ServerSocket display = listen(ports.base() + 3);
                ServerSocket kafka = listen(ports.kafka())) {
            assertThat(List.of(taken, history, display, kafka)).doesNotContainNull();
            Ports free = ports.insteadOf(ports.taken(false, 0), false, 0).orElseThrow();

            assertThatThrownBy(() -> preflight(folder, "home=push", "--lan").take())
                    .isInstanceOf(StartFailure.class)
                    .message()
                    .hasLineCount(5)
                    .contains(
                            "port " + history.getLocalPort() + " (history) is taken",
                            "port " + display.getLocalPort() + " (display-feed) is taken",
                            "port " + kafka.getLocalPort() + " (Kafka) is taken",
                            "the data folder " + folder + " is in use by another ./sem up")
                    .endsWith("\nsem: stop what is in the way, or type: ./sem up --lan --data " + temp.resolve("data-2")
                            + " --kafka-port " + free.kafka() + " --port-base " + free.base());
        }
    }

    @Test
    void a_source_that_cannot_be_read_is_said_with_the_rest_and_nothing_is_offered() throws Exception {
        try (ServerSocket kafka = listen(ports.kafka())) {
            assertThatThrownBy(() -> preflight(temp.resolve("data"), "home=replay:" + temp.resolve("none"))
                            .take())
                    .isInstanceOf(StartFailure.class)
                    .message()
                    .hasLineCount(2)
                    .contains("the recording " + temp.resolve("none"), "port " + kafka.getLocalPort())
                    .doesNotContain("or type");
        }
    }

    @Test
    void a_fault_gives_the_folder_back() throws Exception {
        try (ServerSocket kafka = listen(ports.kafka())) {
            assertThat(kafka.isBound()).isTrue();
            assertThatThrownBy(() -> preflight(temp, "home=push").take()).isInstanceOf(StartFailure.class);
        }
        preflight(temp, "home=push").take().close();
    }

    @Test
    void a_folder_that_cannot_be_made_offers_one_in_the_users_home() throws Exception {
        Path notAFolder = Files.writeString(temp.resolve("file"), "").resolve("data");

        assertThatThrownBy(() -> preflight(notAFolder, "home=push").take())
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("the data folder " + notAFolder + " cannot be written")
                .hasMessageEndingWith("--data " + Path.of(System.getProperty("user.home"), "sem-data", "data-2"));
    }

    @Test
    void an_unknown_host_is_shown_and_does_not_keep_it_from_starting() throws Exception {
        preflight(temp, "home=tcp://adapter.invalid:2001").take().close();

        assertThat(shown.toString(StandardCharsets.UTF_8)).contains("home: the name adapter.invalid is not known");
    }

    private Preflight preflight(Path folder, String meter, String... options) {
        List<String> typed = IntStream.rangeClosed(0, options.length)
                .mapToObj(i -> i == 0 ? "up" : options[i - 1])
                .toList();
        Plan plan = new Plan(
                temp,
                folder,
                DataFolder.Kind.REAL,
                MeterChoice.parse(List.of(meter)),
                Map.of(),
                ports,
                false,
                false,
                typed);
        return new Preflight(plan, new Screen(new PrintStream(shown, true, StandardCharsets.UTF_8), false));
    }

    private static ServerSocket listen(int port) throws Exception {
        return new ServerSocket(port, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    }

    private static Ports freePorts() {
        int base = IntStream.iterate(4_007, each -> each + 19)
                .filter(each -> IntStream.rangeClosed(each, each + 5).allMatch(FreePort::isFree))
                .findFirst()
                .orElseThrow();
        return new Ports(base, base + 4, base + 5);
    }
}
