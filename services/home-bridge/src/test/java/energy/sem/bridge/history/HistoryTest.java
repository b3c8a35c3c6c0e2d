package energy.sem.bridge.history;

import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.bridge.history.api.BillJson;
import energy.sem.bridge.history.api.PeriodAnswerJson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The client that is made from history's document needs a Quarkus that runs. */
@QuarkusTest
class HistoryTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | {}                | answered 401: SEM_HISTORY_KEY must be one of its read keys",
                "404 | {}                | answered 404",
                "503 | {}                | answered 503",
                "302 | {}                | answered 302",
                "200 | no JSON           | answered something else than the JSON of its document",
                "200 | {\"at\":\"then\"} | answered something else than the JSON of its document",
                "200 | null              | answered null"
            })
    void what_is_no_answer_is_said_in_words(int status, String body, String said) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        try {
            assertThatThrownBy(() -> at(server.getAddress().getPort()).latest("home"))
                    .isInstanceOf(HistoryAway.class)
                    .hasMessageContaining("asked for the newest reading of home, " + said);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void a_range_is_asked_for_by_instants_that_arrive_as_they_were_sent() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        AtomicReference<String> asked = new AtomicReference<>();
        byte[] bytes = "{\"meter\":\"home\",\"buckets\":[{\"from\":\"2026-11-22T00:00:00+01:00\",\"importKwh\":1.5}]}"
                .getBytes(StandardCharsets.UTF_8);
        server.createContext("/api/v1/meters/home/history", exchange -> {
            asked.set(URLDecoder.decode(exchange.getRequestURI().getRawQuery(), StandardCharsets.UTF_8));
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        try {
            PeriodAnswerJson answer = at(server.getAddress().getPort())
                    .range("home", Instant.parse("2026-11-21T23:00:00Z"), Instant.parse("2026-11-22T23:00:00Z"), "P1D");

            assertThat(answer.getBuckets()).hasSize(1);
            assertThat(asked.get().split("&", -1))
                    .contains("from=2026-11-21T23:00:00Z", "to=2026-11-22T23:00:00Z", "step=P1D");
        } finally {
            server.stop(0);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"costs\":{\"currency\":\"EUR\",\"total\":4.2}} | {\"total\":9.99} | 4.2",
                "{} | {\"total\":9.99} | 9.99",
                "{} | {\"lines\":[]}   | ",
                "{} | no bill          | "
            })
    void what_a_period_costs_is_what_history_says_or_else_its_bill(String amounts, String bill, BigDecimal cost)
            throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        AtomicInteger bills = new AtomicInteger();
        server.createContext("/api/v1/meters/home/", exchange -> {
            boolean isBill = exchange.getRequestURI().getPath().contains("/bill/");
            bills.addAndGet(isBill ? 1 : 0);
            byte[] bytes =
                    (isBill ? bill : "{\"meter\":\"home\",\"total\":" + amounts + "}").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        try {
            History history = at(server.getAddress().getPort());
            for (int i = 0; i < 2; i++) {
                assertThat(Optional.ofNullable(history.running("home", "day")
                                        .getTotal()
                                        .getCosts())
                                .map(BillJson::getTotal)
                                .orElse(null))
                        .isEqualTo(cost);
            }
            assertThat(bills.get()).isLessThanOrEqualTo(bill.equals("no bill") ? 2 : 1);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void a_history_that_keeps_silent_costs_two_seconds() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Instant begin = Instant.now();

            assertThatThrownBy(() -> at(silent.getLocalPort()).running("home", "day"))
                    .isInstanceOf(HistoryAway.class)
                    .hasMessageContaining("asked for the day of home");

            assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(5));
        }
    }

    private static History at(int port) {
        return new History(URI.create("http://127.0.0.1:" + port), Optional.empty(), NOON);
    }
}
