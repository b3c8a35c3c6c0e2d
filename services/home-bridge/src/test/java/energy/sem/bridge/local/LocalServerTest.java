package energy.sem.bridge.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static energy.sem.tests.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The HomeWizard API at its port, asked as its clients ask. */
class LocalServerTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final LocalIdentity IDENTITY = LocalIdentity.of("home", Optional.empty());

    private static Vertx vertx;

    private volatile Instant now = Events.AT.plusSeconds(1);
    private volatile Optional<byte[]> telegram = Optional.of("/SEM5 telegram!0000".getBytes(StandardCharsets.US_ASCII));
    private ToldMeter meter;
    private LocalServer server;

    @BeforeAll
    static void startVertx() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stopVertx() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @BeforeEach
    void listen() {
        meter = new ToldMeter("home", new Moving());
        Router router = Router.router(vertx);
        new HomeWizardApi(
                        IDENTITY,
                        meter,
                        ZoneId.of("Europe/Brussels"),
                        () -> CompletableFuture.completedFuture(telegram),
                        Clock.systemUTC())
                .routes(router);
        server = LocalServer.listen(vertx, "127.0.0.1", 0, router, new LocalHosts(List.of("sem.example.org")));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void the_device_says_what_it_is_even_before_the_meter_has_spoken() throws Exception {
        HttpResponse<String> answer = get("/api");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(answer.body()))
                .isEqualTo(JSON.readTree("{\"product_type\":\"HWE-P1\",\"product_name\":\"P1 Meter\",\"serial\":\""
                        + IDENTITY.serial() + "\",\"firmware_version\":\"5.18\",\"api_version\":\"v1\"}"));
        assertThat(answer.headers().firstValue("content-type")).contains("application/json");
        assertThat(answer.headers().firstValue("content-length"))
                .contains(Integer.toString(answer.body().length()));
    }

    @Test
    void a_fresh_reading_is_told_and_one_of_more_than_a_minute_ago_never() throws Exception {
        assertThat(get("/api/v1/data").statusCode()).isEqualTo(503);
        speak();

        JsonNode data = JSON.readTree(get("/api/v1/data").body());
        assertThat(data.get("active_power_w").intValue()).isEqualTo(-1650);
        now = Events.AT.plusSeconds(60);
        assertThat(get("/api/v1/data").statusCode()).isEqualTo(200);

        now = Events.AT.plusSeconds(61);
        for (String path : List.of("/api/v1/data", "/api/v1/telegram")) {
            HttpResponse<String> answer = get(path);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).doesNotContain("1650").contains("said nothing for a minute");
            assertThat(answer.headers().firstValue("retry-after")).isPresent();
        }
    }

    @Test
    void a_reading_that_was_received_minutes_ago_is_not_fresh_because_it_was_read_now() throws Exception {
        now = Events.AT.plusSeconds(120);
        meter.heard(Events.heard(Events.event(Events.electricity(Events.twoTariffs())), now));

        assertThat(get("/api/v1/data").statusCode()).isEqualTo(503);
    }

    @Test
    void another_meter_is_not_told() throws Exception {
        ToldMeter other = new ToldMeter("roof", new Moving());
        other.heard(Events.heard(Events.event(Events.electricity(Events.twoTariffs())), now));

        assertThat(other.fresh()).isEmpty();
    }

    @Test
    void the_telegram_comes_as_the_meter_sent_it_or_not_at_all() throws Exception {
        speak();

        HttpResponse<String> answer = get("/api/v1/telegram");
        assertThat(answer.body()).isEqualTo("/SEM5 telegram!0000");
        assertThat(answer.headers().firstValue("content-type")).contains("text/plain");

        telegram = Optional.empty();
        assertThat(get("/api/v1/telegram").statusCode()).isEqualTo(503);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET  | /api/v1/system   | 200 | {\"cloud_enabled\":false}",
                "PUT  | /api/v1/system   | 200 | {\"cloud_enabled\":false}",
                "PUT  | /api/v1/identify | 200 | {\"identify\":\"ok\"}",
                "GET  | /api/v1/state    | 404 | ",
                "GET  | /api/v2/data     | 404 | ",
                "GET  | /                | 404 | ",
                "POST | /api/v1/data     | 405 | ",
                "GET  | /api/v1/identify | 405 | ",
                "PUT  | /api/user        | 404 | ",
                "GET  | /api/v1/data?x=1 | 503 | "
            })
    void what_else_is_asked_has_the_answer_of_a_p1_meter(String method, String path, int status, String body)
            throws Exception {
        HttpResponse<String> answer = send(request(path)
                .method(method, HttpRequest.BodyPublishers.ofString("{\"cloud_enabled\":true}"))
                .build());

        assertThat(answer.statusCode()).isEqualTo(status);
        if (body != null) {
            assertThat(answer.body()).isEqualTo(body);
        } else {
            assertThat(JSON.readTree(answer.body()).at("/error/description").textValue())
                    .isNotBlank();
        }
    }

    @Test
    void a_head_has_the_length_and_no_body() throws Exception {
        HttpResponse<String> answer = send(request("/api")
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValueAsLong("content-length").orElseThrow())
                .isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "192.168.1.5:8085, true",
        "127.0.0.1, true",
        "[fe80::1], true",
        "p1meter, true",
        "p1meter.local, true",
        "sem.fritz.box, true",
        "SEM.example.org, true",
        "evil.example.com, false",
        "1.2.3.4.evil.com, false",
        "local.evil.org, false"
    })
    void a_name_that_is_no_home_is_not_answered(String host, boolean ours) {
        LocalHosts hosts = new LocalHosts(List.of("sem.example.org"));

        assertThat(hosts.isOurs(host.replaceFirst(":[0-9]+$", ""))).isEqualTo(ours);
    }

    @Test
    void more_connections_than_a_home_has_programs_are_closed() throws Exception {
        List<Socket> held = new ArrayList<>();
        try {
            for (int i = 0; i < LocalServer.MOST_CONNECTIONS; i++) {
                held.add(connect());
            }
            assertThat(answered(held.get(LocalServer.MOST_CONNECTIONS - 1))).isTrue();
            Socket more = connect();
            held.add(more);
            assertThat(answered(more)).isFalse();
            for (Socket each : held) {
                each.close();
            }
            await().atMost(Duration.ofSeconds(10)).until(() -> {
                try (Socket again = connect()) {
                    return answered(again);
                }
            });
        } finally {
            for (Socket each : held) {
                each.close();
            }
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout(10_000);
        return socket;
    }

    private static boolean answered(Socket socket) {
        try {
            socket.getOutputStream()
                    .write("GET /api HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            return socket.getInputStream().read() == 'H';
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void a_port_that_is_taken_is_said() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> LocalServer.listen(
                            vertx, "127.0.0.1", taken.getLocalPort(), Router.router(vertx), new LocalHosts(List.of())))
                    .hasMessageContaining("SEM_LOCAL_API_PORT")
                    .hasMessageContaining(Integer.toString(taken.getLocalPort()));
        }
    }

    private void speak() {
        meter.heard(Events.heard(Events.event(Events.electricity(Events.twoTariffs())), now));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .timeout(Duration.ofSeconds(10));
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private final class Moving extends Clock {
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
            return now;
        }
    }
}
