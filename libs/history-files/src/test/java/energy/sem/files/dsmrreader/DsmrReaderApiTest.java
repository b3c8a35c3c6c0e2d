package energy.sem.files.dsmrreader;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import energy.sem.files.HistoryFile;
import energy.sem.files.HistoryFileException;
import energy.sem.files.ReadingOptions;
import energy.sem.files.made.Heard;
import energy.sem.files.made.Household;
import energy.sem.p1.Register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Against a server that answers as DSMR-reader's API v2 does, and against ones that do not. */
class DsmrReaderApiTest {
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final ReadingOptions HERE = ReadingOptions.in(AMSTERDAM);
    private static final Household HOUSEHOLD = Household.of(4, AMSTERDAM, LocalDate.of(2025, 10, 20), 30);
    private static final String KEY = "ABC123";

    @TempDir
    Path folder;

    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private Answer answer = this::answerTruly;

    @BeforeEach
    void begin() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            answer.to(exchange);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void end() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    private Heard read(Duration patience) throws IOException {
        return read(new DsmrReaderApi(address(), KEY, patience));
    }

    private Heard read(DsmrReaderApi api) throws IOException {
        Path saved = folder.resolve("saved.sql");
        api.save(saved, share -> assertThat(share).isBetween(0.0, 1.0));
        Heard heard = new Heard();
        try (HistoryFile file = HistoryFile.open(saved)) {
            assertThat(file.sources()).hasSize(1);
            file.sources().get(0).read(HERE, heard);
        }
        return heard;
    }

    @Test
    void each_reading_is_the_true_one_and_once() throws Exception {
        Heard heard = read(Duration.ofSeconds(20));

        assertThat(heard.refused).isEmpty();
        assertThat(heard.registers).hasSize(HOUSEHOLD.quarters() * 4).allSatisfy(row -> assertThat(row.value())
                .isEqualTo(HOUSEHOLD.at(row.register(), row.at())));
        assertThat(heard.valuesOf(Register.IMPORT_T1_WH)).hasSize(HOUSEHOLD.quarters());
        assertThat(asked).allSatisfy(path -> assertThat(offset(path)).isLessThan(20_000));
    }

    private static int offset(String path) {
        return Integer.parseInt(path.replaceFirst(".*offset=([0-9]+).*", "$1").replaceFirst("^/.*", "0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/api", "/api/v2", "/api/v2/"})
    void the_address_is_taken_with_and_without_its_path(String path) throws Exception {
        URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);

        Heard heard = read(new DsmrReaderApi(base, KEY, Duration.ofSeconds(20)));

        assertThat(heard.registers).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | refuses the key",
                "403 | refuses the key",
                "404 | no DSMR-reader with API v2",
                "302 | another address",
                "500 | answers 500",
            })
    void a_status_says_what_to_do_and_not_the_key(int status, String words) {
        answer = exchange -> {
            exchange.getResponseHeaders().add("Location", "http://127.0.0.1:1/");
            exchange.sendResponseHeaders(status, -1);
        };

        assertThatThrownBy(() -> read(Duration.ofSeconds(20)))
                .isInstanceOf(HistoryFileException.class)
                .hasMessageContaining(words)
                .hasMessageNotContaining(KEY);
        assertThat(asked).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>hello</html>", "{}", "[]", "{\"count\":", "{\"count\":\"many\"}", ""})
    void an_answer_of_something_else_is_told(String body) {
        answer = exchange -> send(exchange, body);

        assertThatThrownBy(() -> read(Duration.ofSeconds(20)))
                .isInstanceOf(HistoryFileException.class)
                .hasMessageContaining("not DSMR-reader's API v2");
    }

    @Test
    void a_huge_answer_does_not_fill_the_memory() {
        answer = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] some = new byte[1024 * 1024];
            try (OutputStream body = exchange.getResponseBody()) {
                for (int i = 0; i < 200; i++) {
                    body.write(some);
                }
            }
        };

        assertThatThrownBy(() -> read(Duration.ofSeconds(20)))
                .isInstanceOf(HistoryFileException.class)
                .hasMessageContaining("larger than");
    }

    @Test
    void an_answer_that_never_ends_is_given_up() {
        answer = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            await();
        };

        assertThatThrownBy(() -> read(Duration.ofMillis(200)))
                .isInstanceOf(HistoryFileException.class)
                .hasMessageContaining("did not answer");
    }

    private void await() {
        try {
            assertThat(over.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void an_answer_that_breaks_off_is_asked_again() throws Exception {
        AtomicInteger times = new AtomicInteger();
        answer = exchange -> {
            if (times.incrementAndGet() % 2 == 1) {
                exchange.sendResponseHeaders(200, 1_000);
                exchange.getResponseBody().write("{\"count\"".getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
                return;
            }
            answerTruly(exchange);
        };

        assertThat(read(Duration.ofSeconds(20)).registers).hasSize(HOUSEHOLD.quarters() * 4);
    }

    @Test
    void one_that_has_nothing_is_told() {
        answer = exchange -> send(exchange, "{\"count\":0,\"next\":null,\"previous\":null,\"results\":[]}");

        assertThatThrownBy(() -> read(Duration.ofSeconds(20)))
                .isInstanceOf(HistoryFileException.class)
                .hasMessageContaining("no readings");
    }

    @Test
    void text_that_would_end_a_row_or_the_table_spoils_only_its_own_row() throws Exception {
        answer = exchange -> {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            answerTruly(exchange, body);
            send(
                    exchange,
                    body.toString(StandardCharsets.UTF_8)
                            .replaceFirst("delivered_1\":\"[0-9.]+", "delivered_1\":\"1\\\\n\\\\\\\\.\\\\n2"));
        };

        Heard heard = read(Duration.ofSeconds(20));

        assertThat(heard.refused).isNotEmpty();
        assertThat(heard.valuesOf(Register.IMPORT_T2_WH)).hasSizeGreaterThan(HOUSEHOLD.quarters() - 20);
    }

    @Test
    void nobody_at_the_address_is_told() {
        URI gone = address();
        server.stop(0);

        assertThatThrownBy(() -> read(new DsmrReaderApi(gone, KEY, Duration.ofSeconds(20))))
                .isInstanceOf(HistoryFileException.class)
                .hasMessageContaining("cannot be reached");
    }

    @ParameterizedTest
    @CsvSource({"ftp://host/, ABC", "/path, ABC", "http://host/, ''", "http://host/, a b"})
    void what_is_no_address_or_key_is_refused(String address, String key) {
        assertThatThrownBy(() -> new DsmrReaderApi(URI.create(address), key)).isInstanceOf(HistoryFileException.class);
    }

    /** Readings each quarter hour; no statistics. */
    private void answerTruly(HttpExchange exchange) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        answerTruly(exchange, body);
        send(exchange, body.toString(StandardCharsets.UTF_8));
    }

    private static void answerTruly(HttpExchange exchange, OutputStream to) throws IOException {
        assertThat(exchange.getRequestHeaders().getFirst("X-AUTHKEY")).isEqualTo(KEY);
        String path = exchange.getRequestURI().getPath();
        Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
        if (!path.equals("/api/v2/datalogger/dsmrreading")) {
            write(to, "{\"count\":0,\"next\":null,\"previous\":null,\"results\":[]}");
            return;
        }
        List<Integer> found = new ArrayList<>();
        for (int q = 0; q < HOUSEHOLD.quarters(); q++) {
            LocalDateTime wall = HOUSEHOLD.edge(q).atZone(AMSTERDAM).toLocalDateTime();
            if (isWithin(wall, query.get("timestamp__gte"), query.get("timestamp__lte"))) {
                found.add(q);
            }
        }
        if (query.get("ordering").startsWith("-")) {
            Collections.reverse(found);
        }
        int offset = Integer.parseInt(query.getOrDefault("offset", "0"));
        int limit = Math.min(found.size(), offset + Integer.parseInt(query.getOrDefault("limit", "25")));
        List<String> results = new ArrayList<>();
        for (int i = offset; i < limit; i++) {
            results.add(reading(found.get(i)));
        }
        write(
                to,
                "{\"count\":" + found.size() + ",\"next\":null,\"previous\":null,\"results\":["
                        + String.join(",", results) + "]}");
    }

    private static boolean isWithin(LocalDateTime wall, String from, String to) {
        return (from == null || !wall.isBefore(LocalDateTime.parse(from.replace(' ', 'T'))))
                && (to == null || !wall.isAfter(LocalDateTime.parse(to.replace(' ', 'T'))));
    }

    private static String reading(int q) {
        Instant at = HOUSEHOLD.edge(q);
        return "{\"id\":" + q + ",\"timestamp\":\"" + at.atZone(AMSTERDAM).toOffsetDateTime()
                + "\",\"electricity_delivered_1\":\""
                + kwh(Register.IMPORT_T1_WH, q) + "\",\"electricity_returned_1\":" + kwh(Register.EXPORT_T1_WH, q)
                + ",\"electricity_delivered_2\":\"" + kwh(Register.IMPORT_T2_WH, q) + "\",\"electricity_returned_2\":\""
                + kwh(Register.EXPORT_T2_WH, q) + "\",\"extra_device_timestamp\":null,\"extra_device_delivered\":null}";
    }

    private static String kwh(Register register, int q) {
        return Household.decimal(HOUSEHOLD.at(register, q), '.');
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new HashMap<>();
        for (String part : raw.split("&", -1)) {
            String[] pair = part.split("=", 2);
            query.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
        }
        return query;
    }

    private static void write(OutputStream to, String text) throws IOException {
        to.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
