package energy.sem.base;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpServer;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.LogContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static energy.sem.tests.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

/** What a service without Kafka knows of readers, from an HTTP server that answers as history does. */
class ReadersOfHistoryTest {
    private static final String HASH = "a".repeat(64);
    private static final String ELS =
            "{\"readers\":[{\"name\":\"els\",\"all\":false,\"meters\":[\"home\"],\"groups\":[],\"keys\":"
                    + "[{\"sha256\":\"" + HASH
                    + "\",\"notBefore\":\"2026-11-30T20:00:00Z\",\"new\":1}],\"new\":1}],\"new\":1}";

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer history;
    private ReadersOfHistory readers;
    private volatile int status = 200;
    private volatile String answer = ELS;

    @BeforeEach
    void start() throws IOException {
        history = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        history.createContext("/api/v1/readers", exchange -> {
            String tag = "\"" + answer.hashCode() + "\"";
            String known = exchange.getRequestHeaders().getFirst("If-None-Match");
            asked.add(exchange.getRequestHeaders().getFirst("X-API-Key") + " " + known);
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("ETag", tag);
            if (status == 200 && tag.equals(known)) {
                exchange.sendResponseHeaders(304, -1);
            } else {
                exchange.sendResponseHeaders(status, body.length);
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
        history.start();
        readers = new ReadersOfHistory(
                URI.create("http://127.0.0.1:" + history.getAddress().getPort() + "/"), "one", Duration.ofMillis(50));
    }

    @AfterEach
    void stop() {
        readers.close();
        history.stop(0);
    }

    @Test
    void it_follows_what_history_says_and_asks_for_what_is_new_only() {
        assertThat(readers.isKnown()).isFalse();
        assertThat(readers.now()).isEmpty();

        readers.start();

        await().untilAsserted(() -> assertThat(readers.now())
                .containsExactly(new KeptReader(
                        "els",
                        false,
                        Set.of("home"),
                        Set.of(),
                        List.of(new KeptReader.Key(HASH, Instant.parse("2026-11-30T20:00:00Z"), null)))));
        List<KeptReader> told = readers.now();
        await().until(() -> asked.contains("one \"" + ELS.hashCode() + "\""));
        assertThat(readers.now()).isSameAs(told);
        assertThat(asked.get(0)).isEqualTo("one null");

        answer = "{\"readers\":[]}";
        await().untilAsserted(() -> assertThat(readers.now()).isEmpty());
        assertThat(readers.isKnown()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "500 | {}",
                "403 | {}",
                "503 | {}",
                "200 | {}",
                "200 | {\"readers\":null}",
                "200 | {\"readers\":[{\"name\":\"eva\",\"keys\":[{\"sha256\":\"x\"}]}]}",
                "200 | null",
                "200 | {\"readers\":[null]}",
                "200 | {\"readers\":[{\"keys\":[]}]}",
                "200 | {\"readers\":[{\"name\":\"eva\",\"keys\":[{}]}]}",
                "200 | {\"readers\":[{\"name\":\"eva\",\"meters\":[null]}]}",
                "200 | {\"readers\":[{\"name\":\"eva\",\"keys\":[null]}]}",
                "200 | garbage",
                "200 | ``",
            })
    void what_it_knows_holds_while_history_says_nothing_that_can_be_understood(int wrong, String body) {
        readers.start();
        await().until(() -> !readers.now().isEmpty());
        List<KeptReader> told = readers.now();

        answer = body;
        status = wrong;
        int before = asked.size();
        await().until(() -> asked.size() > before + 2);

        assertThat(readers.now()).isSameAs(told);
    }

    @Test
    void a_history_that_is_older_than_readers_has_none_and_one_that_does_not_answer_is_not_known() {
        status = 500;
        readers.start();
        await().until(() -> asked.size() > 2);
        assertThat(readers.isKnown()).isFalse();

        status = 404;
        await().until(readers::isKnown);
        assertThat(readers.now()).isEmpty();
    }

    @Test
    void one_that_is_older_for_a_while_is_asked_anew_afterwards() {
        readers.start();
        await().until(() -> !readers.now().isEmpty());

        status = 404;
        await().until(() -> readers.now().isEmpty());

        status = 200;
        await().until(() -> !readers.now().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void a_history_that_does_not_take_the_key_leaves_those_of_the_settings(int refusal) {
        status = refusal;
        readers.start();

        await().until(readers::isKnown);
        assertThat(readers.now()).isEmpty();
    }

    @Test
    void an_answer_that_is_too_large_is_none() {
        answer = "{\"readers\":[]," + " ".repeat(4 << 20) + "\"new\":1}";
        readers.start();

        await().until(() -> asked.size() > 2);
        assertThat(readers.isKnown()).isFalse();
        answer = ELS;
        await().until(readers::isKnown);
    }

    @Test
    void a_key_that_no_request_can_carry_is_complained_of_and_is_written_nowhere() {
        List<String> lines = new CopyOnWriteArrayList<>();
        ExtHandler handler = new ExtHandler() {
            @Override
            protected void doPublish(ExtLogRecord line) {
                lines.add(String.format(line.getMessage(), line.getParameters()));
            }
        };
        org.jboss.logmanager.Logger log = LogContext.getLogContext().getLogger(ReadersOfHistory.class.getName());
        log.addHandler(handler);
        String secret = "secret";
        URI address = URI.create("http://me:" + secret + "@127.0.0.1:9");
        try (ReadersOfHistory wrong = new ReadersOfHistory(address, "a\nkey", Duration.ofMillis(10))) {
            wrong.start();
            await().until(() -> !lines.isEmpty());
        } finally {
            log.removeHandler(handler);
        }
        assertThat(lines)
                .anyMatch(line -> line.contains("127.0.0.1:9"))
                .allSatisfy(line -> assertThat(line).doesNotContain(secret).doesNotContain("a\nkey"));
    }
}
