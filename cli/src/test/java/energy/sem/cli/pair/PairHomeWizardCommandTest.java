package energy.sem.cli.pair;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import javax.net.ssl.SSLContext;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import energy.sem.cli.Sem;
import energy.sem.source.Credentials;
import energy.sem.source.Line;
import energy.sem.source.Sources;
import energy.sem.source.Telegrams;
import energy.sem.source.homewizard.Certificates;
import energy.sem.source.homewizard.TestDevice;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code ./sem pair homewizard} with a device that answers. */
class PairHomeWizardCommandTest {
    @TempDir
    private static Path folder;

    private static SSLContext tls;
    private TestDevice device;

    @BeforeAll
    static void makeCertificate() throws Exception {
        tls = new Certificates(folder.resolve("ca")).device(TestDevice.ID);
    }

    @BeforeEach
    void switchOn() throws Exception {
        device = new TestDevice(tls);
        device.telegram = Telegrams.bytes(Instant.parse("2026-11-22T10:00:00Z"), 1);
    }

    @AfterEach
    void switchOff() {
        device.close();
    }

    @Test
    void the_token_is_kept_where_up_finds_it_and_reads_the_device() throws Exception {
        device.buttonPressed = true;
        Path data = folder.resolve("data");

        Said said = run("pair", "homewizard", device.host(), "--data", data.toString());

        assertThat(said.status).isZero();
        assertThat(said.out).contains("./sem up --meter home=homewizard://" + device.host());
        assertThat(said.out + said.error).doesNotContain(TestDevice.TOKEN);
        Path kept = KeptToken.of(data, "homewizard://" + device.host()).orElseThrow();
        try (Line line = Sources.found()
                .parse("homewizard://" + device.host(), Credentials.token("@" + kept))
                .orElseThrow()
                .open()) {
            assertThat(line.read(new byte[9 * 1024])).isPositive();
        }
    }

    @Test
    void printed_it_is_two_settings() {
        device.buttonPressed = true;

        Said said = run("pair", "homewizard", device.host(), "--print");

        assertThat(said.out.lines())
                .satisfiesExactly(
                        source -> assertThat(source).isEqualTo("SEM_METERS_HOME_SOURCE=homewizard://" + device.host()),
                        token -> assertThat(token)
                                .startsWith("SEM_METERS_HOME_TOKEN=\"" + TestDevice.TOKEN + " id=" + TestDevice.ID)
                                .endsWith("=\""));
    }

    @Test
    void kept_elsewhere_it_is_named_and_not_shown() throws Exception {
        device.buttonPressed = true;
        Path file = folder.resolve("secrets").resolve("token");

        Said said = run("pair", "homewizard", device.host(), "--to", file.toString());

        assertThat(said.out).contains("SEM_METERS_HOME_TOKEN=@" + file).doesNotContain(TestDevice.TOKEN);
        assertThat(Files.readString(file)).startsWith(TestDevice.TOKEN);
    }

    @Test
    void a_button_that_nobody_presses_is_asked_for_and_said() {
        Said said = run("pair", "homewizard", device.host(), "--wait", "2", "--print");

        assertThat(said.status).isEqualTo(1);
        assertThat(said.error)
                .contains("This is " + TestDevice.ID + ". Press its button now (asking for 2 seconds)")
                .contains("was not pressed within 2 seconds");
        assertThat(said.out).isEmpty();
    }

    @Test
    void what_is_no_device_is_said() {
        String gone = device.host();
        device.close();

        assertThat(run("pair", "homewizard", gone, "--print").error).contains(gone + " refuses a connection by TLS");
        assertThat(run("pair", "homewizard", "a/b").error).contains("\"a/b\" is no name or address");
        assertThat(run("pair", "homewizard", gone, "--wait", "1").error).contains("2 to 3600");
        assertThat(run("pair").status).isEqualTo(2);
    }

    private record Said(int status, String out, String error) {}

    private static Said run(String... arguments) {
        List<PrintStream> before = new ArrayList<>(List.of(System.out, System.err));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream error = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(error, true, StandardCharsets.UTF_8));
        try {
            int status = Sem.commandLine().execute(arguments);
            return new Said(status, out.toString(StandardCharsets.UTF_8), error.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(before.get(0));
            System.setErr(before.get(1));
        }
    }
}
