package energy.sem.source.homewizard;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLContext;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import energy.sem.source.Credentials;
import energy.sem.source.LeaveAloneException;
import energy.sem.source.Line;
import energy.sem.source.Source;
import energy.sem.source.Sources;
import energy.sem.source.Telegrams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** API v2 against a local device with a certificate of its own CA. */
class HomeWizardV2Test {
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
    private static final Duration SHORT = Duration.ofMillis(400);

    @TempDir
    private static Path folder;

    private static Certificates certificates;
    private static SSLContext tls;
    private static SSLContext otherKey;
    private TestDevice device;

    @BeforeAll
    static void makeCertificates() throws Exception {
        certificates = new Certificates(folder.resolve("ca"));
        tls = certificates.device(TestDevice.ID);
        otherKey = new Certificates(folder.resolve("other")).device(TestDevice.ID);
    }

    @BeforeEach
    void switchOn() throws IOException {
        device = new TestDevice(tls);
        device.telegram = Telegrams.bytes(AT, 1);
    }

    @AfterEach
    void switchOff() {
        device.close();
    }

    @Test
    void before_the_button_is_pressed_there_is_no_token_and_after_it_one() throws Exception {
        Pairing pairing = Pairing.with(device.host(), Optional.empty());

        assertThat(pairing.ask()).isEmpty();
        assertThat(pairing.device()).contains(TestDevice.ID);
        device.buttonPressed = true;
        assertThat(pairing.ask().orElseThrow().split("\n", -1))
                .satisfiesExactly(
                        token -> assertThat(token).isEqualTo(TestDevice.TOKEN),
                        id -> assertThat(id).isEqualTo("id=" + TestDevice.ID),
                        key -> assertThat(key).matches("key=sha256/[A-Za-z0-9+/]{43}="));
    }

    @Test
    void what_pairing_gives_reads_the_device() throws Exception {
        byte[] buffer = new byte[9 * 1024];

        try (Line line = source(paired(Optional.empty())).open()) {
            assertThat(line.read(buffer)).isEqualTo(device.telegram.length + 2);
            assertThat(Arrays.copyOf(buffer, device.telegram.length)).isEqualTo(device.telegram);
            assertThat(line.read(buffer)).isZero();
        }
    }

    @Test
    void with_the_CA_its_certificate_is_what_counts() throws Exception {
        String token = paired(Optional.of(certificates.ca()));
        assertThat(token).contains("ca=" + certificates.ca()).doesNotContain("key=");
        byte[] buffer = new byte[9 * 1024];

        try (Line line = source(token).open()) {
            assertThat(line.read(buffer)).isPositive();
        }
        // A new key of the same device, signed by the same CA.
        try (TestDevice renewed = new TestDevice(certificates.device(TestDevice.ID))) {
            renewed.telegram = device.telegram;
            try (Line line = source(renewed.host(), token).open()) {
                assertThat(line.read(buffer)).isPositive();
            }
        }
    }

    @Test
    void a_token_in_a_file_is_read_when_it_is_needed() throws Exception {
        Path file = Files.writeString(folder.resolve("token"), paired(Optional.empty()) + "\n");

        try (Line line = source("@" + file).open()) {
            assertThat(line.read(new byte[9 * 1024])).isPositive();
        }
        Files.delete(file);
        assertThatThrownBy(() -> source("@" + file).open())
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void another_CA_is_refused() throws Exception {
        String token = paired(Optional.of(certificates.ca()));

        try (TestDevice impostor = new TestDevice(otherKey)) {
            assertRefused(impostor, token, "not signed by the CA that was given");
            assertThatThrownBy(() -> Pairing.with(impostor.host(), Optional.of(certificates.ca()))
                            .ask())
                    .hasMessageContaining("not signed by the CA");
        }
    }

    @Test
    void another_device_of_the_same_CA_is_refused() throws Exception {
        String token = paired(Optional.of(certificates.ca()));

        try (TestDevice other = new TestDevice(certificates.device("appliance/p1dongle/5c2faf000002"))) {
            assertRefused(other, token, "is appliance/p1dongle/5c2faf000002 and not " + TestDevice.ID);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"$(reboot)", "p1 dongle"})
    void a_device_whose_name_is_no_word_for_a_shell_is_not_paired(String name) throws Exception {
        try (TestDevice strange = new TestDevice(certificates.device(name))) {
            strange.buttonPressed = true;
            assertThatThrownBy(
                            () -> Pairing.with(strange.host(), Optional.empty()).ask())
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("names nobody");
        }
    }

    @Test
    void another_key_than_that_of_the_pairing_is_refused_whatever_its_name() throws Exception {
        String token = paired(Optional.empty());

        try (TestDevice impostor = new TestDevice(otherKey)) {
            assertRefused(impostor, token, "another key");
        }
    }

    @Test
    void a_token_that_was_taken_back_is_said_and_the_device_is_left_alone() throws Exception {
        String token = paired(Optional.empty());
        device.revoked = true;
        int before = device.requests.get();

        try (Line line = source(token).open()) {
            assertThatThrownBy(() -> line.read(new byte[9 * 1024]))
                    .isInstanceOfSatisfying(LeaveAloneException.class, e -> assertThat(e.pause())
                            .isEqualTo(Duration.ofMinutes(10)))
                    .hasMessageContaining("pair again with ./sem pair homewizard " + device.host());
        }
        assertThat(device.requests.get() - before).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"token\":17}", "{\"token\":\"short\"}", "<html>login</html>"})
    void an_answer_without_a_token_is_said(String answer) throws Exception {
        device.instead = exchange -> TestDevice.answer(exchange, 200, answer);

        assertThatThrownBy(() -> Pairing.with(device.host(), Optional.empty()).ask())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("something else than a token");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 400, 404, 500})
    void another_status_is_said(int status) throws Exception {
        device.instead = exchange -> TestDevice.answer(exchange, status, "");

        assertThatThrownBy(() -> Pairing.with(device.host(), Optional.empty()).ask())
                .hasMessageContaining("status " + status);
        try (Line line = source(token("key=sha256/" + "A".repeat(43) + "=")).open()) {
            assertThatThrownBy(() -> line.read(new byte[9 * 1024])).hasMessageContaining("another key");
        }
    }

    @Test
    void a_huge_answer_is_not_taken_in() throws Exception {
        device.instead = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] much = new byte[64 * 1024];
            for (int i = 0; i < 1024; i++) {
                exchange.getResponseBody().write(much);
            }
            exchange.close();
        };

        assertThatThrownBy(() -> http(DeviceHttp.PATIENCE).get("/", Map.of(), 8 * 1024))
                .hasMessageContaining("more than a telegram");
    }

    @Test
    void a_device_that_says_nothing_is_given_up() {
        CountDownLatch end = new CountDownLatch(1);
        device.instead = exchange -> await(end);

        assertThatThrownBy(() -> http(SHORT).get("/", Map.of(), 8 * 1024)).hasMessageContaining("in time");
        end.countDown();
    }

    @Test
    void a_device_that_says_a_byte_now_and_then_is_given_up() {
        CountDownLatch end = new CountDownLatch(1);
        device.instead = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            while (!await(end)) {
                exchange.getResponseBody().write('x');
                exchange.getResponseBody().flush();
            }
            exchange.close();
        };

        assertThatThrownBy(() -> http(SHORT).get("/", Map.of(), 8 * 1024)).hasMessageContaining("in time");
        end.countDown();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "0123456789ABCDEF0123456789ABCDEF",
                "0123456789ABCDEF0123456789ABCDEF id=a",
                "0123456789ABCDEF0123456789ABCDEF ca=/ca.pem",
                "0123456789ABCDEF0123456789ABCDEF key=sha256/short",
                "0123456789ABCDEF0123456789ABCDEF key=",
                "0123456789ABCDEF0123456789ABCDEF id= ca=/ca.pem",
                "0123456789ABCDEF0123456789ABCDEF nonsense"
            })
    void a_token_that_is_none_does_not_start_and_is_not_quoted(String token) {
        assertThatThrownBy(() -> source(token))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("token: ")
                .hasMessageNotContaining(TestDevice.TOKEN);
    }

    @Test
    void a_CA_that_is_no_certificate_is_said() throws Exception {
        Path nonsense = Files.writeString(folder.resolve("nonsense.pem"), "nonsense");

        assertThatThrownBy(() -> Pairing.with(device.host(), Optional.of(nonsense)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(nonsense.toString());
        assertThatThrownBy(
                        () -> source(token("id=x ca=" + folder.resolve("none"))).open())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("none");
    }

    @Test
    void no_token_is_shown() throws Exception {
        String token = paired(Optional.empty());

        assertThat(source(token).toString() + DeviceToken.parse(token)).doesNotContain(TestDevice.TOKEN);
    }

    private void assertRefused(TestDevice other, String token, String words) throws Exception {
        try (Line line = source(other.host(), token).open()) {
            assertThatThrownBy(() -> line.read(new byte[9 * 1024]))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(words);
        }
        assertThat(other.requests).hasValue(0);
    }

    private String paired(Optional<Path> ca) throws IOException {
        device.buttonPressed = true;
        return Pairing.with(device.host(), ca).ask().orElseThrow();
    }

    private DeviceHttp http(Duration patience) {
        return new DeviceHttp(URI.create("https://" + device.host()), DeviceTrust.first(), patience);
    }

    private Source source(String token) {
        return source(device.host(), token);
    }

    private static Source source(String host, String token) {
        return Sources.found()
                .parse("homewizard://" + host, Credentials.token(token))
                .orElseThrow();
    }

    private static String token(String more) {
        return TestDevice.TOKEN + " " + more;
    }

    private static boolean await(CountDownLatch end) {
        try {
            return end.await(50, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
