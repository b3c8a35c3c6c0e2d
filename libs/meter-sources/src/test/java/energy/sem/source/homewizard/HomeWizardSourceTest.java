package energy.sem.source.homewizard;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import energy.sem.source.Credentials;
import energy.sem.source.Line;
import energy.sem.source.Source;
import energy.sem.source.Sources;
import energy.sem.source.Telegrams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HomeWizardSourceTest {
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

    private HttpServer device;
    private volatile byte[] telegram = Telegrams.bytes(AT, 1);
    private volatile int status = 200;

    @BeforeEach
    void switchOn() throws IOException {
        device = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        device.createContext("/api/v1/telegram", exchange -> {
            byte[] body = Arrays.copyOf(telegram, telegram.length - 2);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        device.start();
    }

    @AfterEach
    void switchOff() {
        device.stop(0);
    }

    @Test
    void it_is_named_by_a_host() {
        assertThat(parse("homewizard://192.168.1.9")).contains(new HomeWizardSource("192.168.1.9", Optional.empty()));
        assertThat(parse("homewizard://p1.local:8080/"))
                .contains(new HomeWizardSource("p1.local:8080", Optional.empty()));
        assertThat(parse("homewizard://p1.local:8080/").orElseThrow().readsFrom())
                .contains("p1.local");
    }

    @Test
    void each_new_telegram_is_read_once() throws Exception {
        byte[] buffer = new byte[16 * 1024];
        try (Line line = source().open()) {
            assertThat(Arrays.copyOf(buffer, line.read(buffer))).hasSize(telegram.length);
            assertThat(Arrays.copyOf(buffer, telegram.length)).isEqualTo(telegram);
            assertThat(line.read(buffer)).isZero();

            telegram = Telegrams.bytes(AT.plusSeconds(1), 2);
            assertThat(line.read(buffer)).isEqualTo(telegram.length);
            assertThat(Arrays.copyOf(buffer, telegram.length)).isEqualTo(telegram);
        }
    }

    @Test
    void a_closed_api_is_said_in_words() throws Exception {
        status = 403;
        try (Line line = source().open()) {
            assertThatThrownBy(() -> line.read(new byte[8192]))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("switch on its local API");
        }
    }

    @Test
    void another_device_is_said_in_words() throws Exception {
        status = 404;
        try (Line line = source().open()) {
            assertThatThrownBy(() -> line.read(new byte[8192]))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("404");
        }
    }

    @Test
    void a_device_that_is_off_is_said_in_words() throws Exception {
        HomeWizardSource source = source();
        device.stop(0);
        try (Line line = source.open()) {
            assertThatThrownBy(() -> line.read(new byte[8192]))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("127.0.0.1");
        }
    }

    private static Optional<Source> parse(String url) {
        return Sources.found().parse(url, Credentials.NONE);
    }

    private HomeWizardSource source() {
        return new HomeWizardSource("127.0.0.1:" + device.getAddress().getPort(), Optional.empty());
    }
}
