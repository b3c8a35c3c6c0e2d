package energy.sem.display.history;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import energy.sem.display.history.api.AmountsJson;
import energy.sem.display.history.api.MeterJson;
import energy.sem.display.history.api.PeriodAnswerJson;
import energy.sem.display.serve.HistoryInTests;
import energy.sem.display.view.Fault;
import energy.sem.display.view.Period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What the client made from the document bears, and where it gives up. */
@QuarkusTest
@WithTestResource(HistoryInTests.class)
class HistoryClientTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final BlockingQueue<Headers> heads = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> addresses = new LinkedBlockingQueue<>();
    private HttpServer server;
    private volatile HttpHandler answer;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            heads.add(exchange.getRequestHeaders());
            addresses.add(exchange.getRequestURI().toString());
            try (exchange) {
                answer.handle(exchange);
            }
        });
        server.start();
    }

    @AfterEach
    void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private HistoryClient client(String key, Duration patience) {
        return new HistoryClient(uri(), key, patience);
    }

    private PeriodAnswerJson day(Duration patience) throws Exception {
        return client("", patience).period("home", Period.DAY, 0);
    }

    private void answers(int status, String body) {
        answer = exchange -> send(exchange, status, body);
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Test
    void the_key_goes_in_a_header_and_only_json_is_accepted() throws Exception {
        answers(200, "{}");
        client("a-key", LONG).period("my home/ü", Period.WEEK, -2);

        Headers head = heads.take();
        assertThat(head.get("X-API-Key")).isEqualTo(List.of("a-key"));
        assertThat(head.get("Accept")).isEqualTo(List.of("application/json"));
        assertThat(addresses.take())
                .isEqualTo("/api/v1/meters/my%20home%2F%C3%BC/history/week?offset=-2&until=last-quarter");
    }

    @Test
    void without_a_key_there_is_no_header() throws Exception {
        answers(200, "{}");
        client("", LONG).meters();

        assertThat(heads.take()).doesNotContainKey("X-API-Key");
    }

    @Test
    void fields_and_words_that_are_not_in_the_document_are_passed_over() throws Exception {
        answers(
                200,
                """
                {"zone":"Europe/Brussels","weather":{"sun":[1,2]},"meters":[{"name":"home","colour":"grey",
                "devices":[{"kind":"hydrogen","serial":"1","valve":"open"},{"kind":"gas","serial":"2"}],
                "changes":[{"what":"painted"}],"health":{"clock":"dancing","since":[{"a":1}],"clockOffsetSeconds":7}}]}""");
        MeterJson meter = client("", LONG).meters().getMeters().get(0);
        assertThat(meter.getDevices()).hasSize(2);
        assertThat(meter.getHealth().getClockOffsetSeconds()).isEqualTo(7);
        assertThat(new History(uri(), "", LONG).meters().named("home")).isPresent();

        answers(
                200,
                """
                {"step":"P1W","period":"decade","total":{"importKwh":1.234,"moonKwh":3,
                "costs":{"currency":"BTC","total":1.5,"parts":[{"part":"import-t9"}]}},"buckets":[{"mood":"good"}]}""");
        AmountsJson total = day(LONG).getTotal();
        assertThat(Counted.thousandths(total.getImportKwh())).isEqualTo(1234);
        assertThat(Counted.cents(total.getCosts())).isNull();
    }

    @Test
    void what_is_left_out_or_null_is_not_known_and_a_list_is_empty() throws Exception {
        answers(200, "{\"buckets\":null,\"total\":null}");
        assertThat(day(LONG).getBuckets()).isEmpty();
        assertThat(day(LONG).getTotal()).isNull();

        answers(200, "{}");
        assertThat(day(LONG).getBuckets()).isEmpty();
        assertThat(day(LONG).getStale()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"9007199254740.993, 9007199254740993", "123456789012.345, 123456789012345", "0.0005, 1"})
    void amounts_are_exact(String kwh, long wh) throws Exception {
        answers(200, "{\"total\":{\"importKwh\":" + kwh + "}}");

        assertThat(Counted.thousandths(day(LONG).getTotal().getImportKwh())).isEqualTo(wh);
    }

    @Test
    void times_keep_the_offset_in_which_history_says_them() throws Exception {
        answers(200, "{\"from\":\"2026-07-01T00:00:00+02:00\"}");

        assertThat(day(LONG).getFrom()).hasToString("2026-07-01T00:00+02:00");
    }

    @ParameterizedTest
    @CsvSource({
        "401, HISTORY_REFUSES, HISTORY_REFUSES",
        "403, HISTORY_REFUSES, HISTORY_REFUSES",
        "404, UNKNOWN_METER, HISTORY_UNREACHABLE",
        "204, HISTORY_UNREACHABLE, HISTORY_UNREACHABLE",
        "400, HISTORY_UNREACHABLE, HISTORY_UNREACHABLE",
        "429, HISTORY_UNREACHABLE, HISTORY_UNREACHABLE",
        "500, HISTORY_UNREACHABLE, HISTORY_UNREACHABLE",
        "503, HISTORY_UNREACHABLE, HISTORY_UNREACHABLE"
    })
    void each_status_has_its_fault(int status, Fault ofPeriod, Fault ofMeters) {
        answers(status, status == 204 ? "" : "{\"status\":" + status + "}");

        assertThatExceptionOfType(HistoryFailure.class)
                .isThrownBy(() -> day(LONG))
                .satisfies(failure -> assertThat(failure.fault()).isEqualTo(ofPeriod))
                .withMessageContaining("" + status);
        assertThatExceptionOfType(HistoryFailure.class)
                .isThrownBy(() -> client("", LONG).meters())
                .satisfies(failure -> assertThat(failure.fault()).isEqualTo(ofMeters))
                .withMessageContaining("" + status);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void a_redirect_is_not_followed(int status) {
        answer = exchange -> {
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            send(exchange, status, "");
        };

        unreachable(LONG, "answered " + status);
        assertThat(addresses).hasSize(1).noneMatch("/elsewhere"::equals);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "",
                "[]",
                "7",
                "{\"buckets\":{}}",
                "{\"buckets\":[null]}",
                "{\"from\":\"soon\"}",
                "{\"total\":{\"gasM3\":\"x\"}}",
                "<p>"
            })
    void an_answer_that_is_not_of_the_document_is_a_failure(String body) {
        answers(200, body);

        unreachable(LONG, "answered");
    }

    @Test
    void a_body_that_breaks_off_is_a_failure() {
        answer = exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write("{\"zone\":".getBytes(StandardCharsets.UTF_8));
        };

        unreachable(LONG, "");
    }

    @ParameterizedTest
    @ValueSource(longs = {10_000_000, 0})
    void a_body_of_more_than_two_megabytes_is_given_up_at_once(long announced) {
        answer = exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, announced);
            byte[] blanks = " ".repeat(100_000).getBytes(StandardCharsets.UTF_8);
            OutputStream body = exchange.getResponseBody();
            for (int i = 0; i < 100; i++) {
                body.write(blanks);
            }
        };

        unreachable(LONG, "longer than 2000000 bytes");
    }

    @Test
    void a_body_of_almost_two_megabytes_is_read() throws Exception {
        answers(200, " ".repeat(1_999_000) + "{\"zone\":\"UTC\"}");

        assertThat(day(LONG).getZone()).isEqualTo("UTC");
    }

    /** No pause in it is long: only a limit over the whole ends it. */
    @Test
    void a_body_that_drips_is_waited_for_no_longer_than_the_patience() throws Exception {
        CountDownLatch gone = new CountDownLatch(1);
        answer = exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            try {
                while (!closing.await(20, TimeUnit.MILLISECONDS)) {
                    exchange.getResponseBody().write(' ');
                    exchange.getResponseBody().flush();
                }
            } catch (IOException e) {
                gone.countDown();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };

        long begun = System.nanoTime();
        unreachable(Duration.ofMillis(500), "did not answer within 500 ms");
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isBetween(Duration.ofMillis(500), Duration.ofSeconds(10));
        assertThat(gone.await(20, TimeUnit.SECONDS))
                .as("the connection is closed")
                .isTrue();
    }

    private URI uri() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
    }

    private void unreachable(Duration patience, String how) {
        assertThatExceptionOfType(HistoryFailure.class)
                .isThrownBy(() -> day(patience))
                .satisfies(failure -> assertThat(failure.fault()).isEqualTo(Fault.HISTORY_UNREACHABLE))
                .withMessageContaining(how);
    }
}
