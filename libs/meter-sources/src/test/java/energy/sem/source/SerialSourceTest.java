package energy.sem.source;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

class SerialSourceTest {
    private static final byte[] TELEGRAM = Telegrams.bytes(Instant.parse("2026-11-22T10:00:00Z"), 1);

    @TempDir
    Path folder;

    private PseudoTerminals cable;

    @BeforeEach
    void plugIn() throws IOException {
        cable = PseudoTerminals.start(folder);
    }

    @AfterEach
    void end() {
        cable.close();
    }

    @Test
    void what_the_meter_sends_is_read_byte_for_byte() throws Exception {
        try (Line line = open()) {
            cable.send(TELEGRAM);

            assertThat(read(line, TELEGRAM.length)).isEqualTo(TELEGRAM);
            assertThat(line.complaint()).isEmpty();
        }
    }

    @Test
    void noise_is_said_in_words_and_telegrams_after_it_are_read() throws Exception {
        byte[] noise = new byte[600];
        new Random(1).nextBytes(noise);
        try (Line line = open()) {
            cable.send(noise);
            read(line, noise.length);
            assertThat(line.complaint())
                    .hasValueSatisfying(words -> assertThat(words).contains("only noise", "speed", "invert"));

            cable.send(TELEGRAM);
            assertThat(read(line, TELEGRAM.length)).isEqualTo(TELEGRAM);
            assertThat(line.complaint()).isEmpty();
        }
    }

    @Test
    void silence_is_said_in_words() throws Exception {
        byte[] buffer = new byte[10];
        try (Line line = new SerialSource(cable.device(), Optional.empty()).open(Duration.ofSeconds(1))) {
            await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> {
                assertThat(line.read(buffer)).isZero();
                assertThat(line.complaint())
                        .hasValueSatisfying(words -> assertThat(words).contains("nothing comes from", "P1 port"));
            });
        }
    }

    @Test
    void an_unplugged_cable_ends_the_line_and_a_plugged_in_one_opens_again() throws Exception {
        byte[] buffer = new byte[10];
        try (Line line = open()) {
            cable.unplug();
            assertThatThrownBy(() -> {
                        while (line.read(buffer) == 0) {
                            assertThat(line).isNotNull();
                        }
                    })
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("unplugged");
        }
        assertThatThrownBy(this::open)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("there is no device")
                .hasMessageContaining("plugged in");

        cable.plugIn();
        try (Line line = open()) {
            cable.send(TELEGRAM);
            assertThat(read(line, TELEGRAM.length)).isEqualTo(TELEGRAM);
        }
    }

    @Test
    void a_port_that_another_meter_reads_is_busy_until_that_one_leaves_it() throws Exception {
        try (Line line = open()) {
            assertThat(line).isNotNull();
            assertThatThrownBy(this::open).isInstanceOf(IOException.class).hasMessageContaining("busy: another meter");
        }
        try (Line line = open()) {
            cable.send(TELEGRAM);
            assertThat(read(line, TELEGRAM.length)).isEqualTo(TELEGRAM);
        }
    }

    @Test
    void a_port_that_another_program_reads_is_busy() throws Exception {
        assumeFalse("root".equals(System.getProperty("user.name")), "a port is never busy for root");
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Other.class.getName(),
                        cable.device())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = other.inputReader(UTF_8)) {
            assertThat(out.readLine()).isEqualTo("open");
            assertThatThrownBy(this::open)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("busy: another program");
        } finally {
            other.destroyForcibly();
        }
    }

    /** Holds a port until it is ended. */
    static final class Other {
        public static void main(String[] args) throws Exception {
            try (Line line = new SerialSource(args[0], Optional.empty()).open()) {
                System.out.println("open");
                byte[] buffer = new byte[10];
                while (line.read(buffer) >= 0) {
                    System.out.flush();
                }
            }
        }
    }

    @Test
    void a_port_without_permission_names_the_group_that_has_it() throws Exception {
        assumeFalse("root".equals(System.getProperty("user.name")), "root may read every port");
        assertThat(Path.of(cable.device()).toRealPath().toFile().setReadable(false))
                .isTrue();

        assertThatThrownBy(this::open)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no permission")
                .hasMessageContaining("group dialout");
    }

    @Test
    void a_file_is_no_serial_port() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> new SerialSource(file.toString(), Optional.empty()).open())
                .isInstanceOf(IOException.class)
                .hasMessage(file + " is no serial port");
    }

    @Test
    void auto_takes_the_port_on_which_telegrams_are_heard() throws Exception {
        SerialAutoSource auto = new SerialAutoSource(
                Optional.empty(),
                () -> List.of(cable.device(), folder.resolve("absent").toString()));
        Thread meter = new Thread(() -> {
            try {
                while (!Thread.currentThread().isInterrupted()) {
                    cable.send(TELEGRAM);
                }
            } catch (IOException e) {
                // The end of the test closes the terminal.
                Thread.currentThread().interrupt();
            }
        });
        meter.setDaemon(true);
        meter.start();

        try (Line line = auto.open()) {
            assertThat(read(line, TELEGRAM.length)).isNotEmpty();
        } finally {
            meter.interrupt();
        }
    }

    @Test
    void auto_without_any_port_says_so() {
        assertThatThrownBy(() -> new SerialAutoSource(Optional.empty(), List::of).open())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("there is no serial port");
    }

    private Line open() throws IOException {
        return new SerialSource(cable.device(), Optional.empty()).open();
    }

    private static byte[] read(Line line, int count) throws Exception {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] buffer = new byte[4096];
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            all.write(buffer, 0, line.read(buffer));
            return all.size() >= count;
        });
        return all.toByteArray();
    }
}
