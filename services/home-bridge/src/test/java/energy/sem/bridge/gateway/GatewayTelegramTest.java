package energy.sem.bridge.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class GatewayTelegramTest {
    private static final byte[] TELEGRAM = {'/', 'S', 'E', 'M', '5', '!', '0', '0'};

    private HttpServer gateway;
    private volatile int status = 200;
    private volatile String key;
    private final AtomicInteger asked = new AtomicInteger();

    @BeforeEach
    void start() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/api/v1/meters/home/telegram", exchange -> {
            asked.incrementAndGet();
            key = exchange.getRequestHeaders().getFirst("X-API-Key");
            exchange.sendResponseHeaders(status, TELEGRAM.length);
            exchange.getResponseBody().write(TELEGRAM);
            exchange.close();
        });
        gateway.start();
    }

    @AfterEach
    void stop() {
        gateway.stop(0);
    }

    @Test
    void the_telegram_comes_as_it_is_with_the_key_sent() throws Exception {
        assertThat(ask("home")).hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(TELEGRAM));
        assertThat(key).isEqualTo("a-key");
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 302, 401, 403, 404, 500, 503})
    void another_answer_is_no_telegram(int other) throws Exception {
        status = other;

        assertThat(ask("home")).isEmpty();
    }

    @Test
    void a_gateway_that_is_away_gives_none() throws Exception {
        gateway.stop(0);

        assertThat(ask("home")).isEmpty();
    }

    @Test
    void the_gateway_is_asked_once_a_second_however_many_ask() throws Exception {
        URI address = URI.create("http://127.0.0.1:" + gateway.getAddress().getPort());
        AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
        Clock clock = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now.get();
            }
        };
        GatewayTelegram telegram = new GatewayTelegram(address, "home", Optional.empty(), clock);
        for (long milli : new long[] {0, 500, 999, 1000, 1500}) {
            now.set(Instant.ofEpochMilli(milli));
            assertThat(telegram.get().toCompletableFuture().get(20, TimeUnit.SECONDS))
                    .isPresent();
        }
        assertThat(asked).hasValue(2);
    }

    private Optional<byte[]> ask(String meter) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + gateway.getAddress().getPort() + "/");
        return new GatewayTelegram(address, meter, Optional.of("a-key"), Clock.systemUTC())
                .get()
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
    }
}
