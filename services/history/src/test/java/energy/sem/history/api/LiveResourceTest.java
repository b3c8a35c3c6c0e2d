package energy.sem.history.api;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import energy.sem.event.Electricity;
import energy.sem.event.EventJson;
import energy.sem.event.MBusReading;
import energy.sem.event.TelegramEvent;
import energy.sem.event.Topics;
import energy.sem.event.Verdict;
import energy.sem.local.test.TestServices;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class LiveResourceTest {
    private static KafkaProducer<String, byte[]> producer;

    @TestHTTPResource
    URI root;

    @BeforeAll
    static void topics() throws Exception {
        Map<String, Object> kafka =
                Map.of("bootstrap.servers", TestServices.get().bootstrapServers());
        try (Admin admin = Admin.create(kafka)) {
            admin.createTopics(List.of(
                            new NewTopic(Topics.TELEGRAMS, 12, (short) 1), new NewTopic(Topics.METERS, 1, (short) 1)))
                    .all()
                    .get();
        }
        producer = new KafkaProducer<>(kafka, new StringSerializer(), new ByteArraySerializer());
    }

    @AfterAll
    static void close() {
        producer.close();
    }

    @Test
    void the_newest_telegram_is_the_latest_reading_before_it_is_in_any_table() {
        await().untilAsserted(() -> {
            send(event("attic", Instant.now(), 642, null));
            Response latest = get("/api/v1/meters/attic/latest");
            assertThat(latest.statusCode()).isEqualTo(200);
            assertThat(latest.jsonPath().getDouble("importKw")).isEqualTo(0.642);
        });
        Response latest = get("/api/v1/meters/attic/latest");
        assertThat(latest.jsonPath().getLong("ageSeconds")).isBetween(0L, 30L);
        assertThat(latest.jsonPath().getBoolean("stale")).isFalse();
        assertThat(new BigDecimal(latest.jsonPath().getString("phases[0].voltageV")))
                .isEqualByComparingTo("234.7");
        assertThat(latest.jsonPath().getString("devices[0].serial")).isEqualTo("7SEM1");
        assertThat(latest.jsonPath().getMap("$")).doesNotContainKeys("simulated", "monthPeak");
    }

    @Test
    void the_running_quarter_hour_is_projected_to_its_end() {
        await().untilAsserted(() -> {
            send(event("cellar", Instant.now(), 3000, 1200));
            Response latest = get("/api/v1/meters/cellar/latest");
            assertThat(latest.statusCode()).isEqualTo(200);
            assertThat(latest.jsonPath().getDouble("quarter.demandKw")).isEqualTo(1.2);
            assertThat(latest.jsonPath().getDouble("quarter.projectedKw")).isBetween(1.2, 4.2);
            assertThat(latest.jsonPath().getDouble("quarter.limitKw")).isEqualTo(2.5);
            assertThat(latest.jsonPath().getDouble("quarter.freeKw")).isNotNegative();
        });
    }

    @Test
    void a_backlog_that_arrives_late_is_not_the_latest() {
        Instant now = Instant.now();
        await().untilAsserted(() -> {
            send(event("loft", now, 700, null));
            assertThat(get("/api/v1/meters/loft/latest").statusCode()).isEqualTo(200);
        });
        send(event("loft", now.minusSeconds(60), 99, null));
        send(event("loft", now.plusSeconds(1), 701, null));
        await().untilAsserted(() -> assertThat(
                        get("/api/v1/meters/loft/latest").jsonPath().getDouble("importKw"))
                .isEqualTo(0.701));
    }

    @Test
    void what_the_gateway_finds_implausible_is_not_shown() {
        Instant now = Instant.now();
        await().untilAsserted(() -> {
            send(event("barn", now, 500, null));
            assertThat(get("/api/v1/meters/barn/latest").statusCode()).isEqualTo(200);
        });
        send(with(
                event("barn", now.plusSeconds(1), 999_999, null),
                new Verdict(false, List.of(new Verdict.Finding("1SEM1", "power", "more than the fuse lets through")))));
        send(with(
                event("barn", now.plusSeconds(2), 502, null),
                new Verdict(false, List.of(new Verdict.Finding("7SEM1", "register-fell", "gas fell")))));
        await().untilAsserted(() -> assertThat(
                        get("/api/v1/meters/barn/latest").jsonPath().getDouble("importKw"))
                .isEqualTo(0.502));
        assertThat(get("/api/v1/meters/barn/latest").jsonPath().getList("devices"))
                .isEmpty();
    }

    @Test
    void garbage_on_the_topic_is_passed_over() {
        send(Topics.TELEGRAMS, "x", "no json".getBytes(StandardCharsets.UTF_8));
        send(Topics.TELEGRAMS, "x", null);
        await().untilAsserted(() -> {
            send(event("afterwards", Instant.now(), 1, null));
            assertThat(get("/api/v1/meters/afterwards/latest").statusCode()).isEqualTo(200);
        });
    }

    @Test
    void each_telegram_is_streamed_as_it_comes() {
        await().untilAsserted(() -> {
            send(event("stream", Instant.now(), 100, null));
            assertThat(get("/api/v1/meters/stream/latest").statusCode()).isEqualTo(200);
        });
        Queue<String> lines = new ConcurrentLinkedQueue<>();
        HttpRequest request = HttpRequest.newBuilder(root.resolve("/api/v1/meters/stream/live"))
                .header("Accept", "text/event-stream")
                .build();
        CompletableFuture<HttpResponse<Stream<String>>> stream =
                HttpClient.newHttpClient().sendAsync(request, HttpResponse.BodyHandlers.ofLines());
        CompletableFuture<Void> reader = stream.thenAcceptAsync(response -> {
            assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
            response.body().forEach(lines::add);
        });
        await().until(() -> lines.stream().anyMatch(line -> line.startsWith("data:") && line.contains("0.1,")));
        send(event("elsewhere", Instant.now(), 666, null));
        send(event("stream", Instant.now().plusSeconds(1), 1234, null));
        await().until(() -> lines.stream().anyMatch(line -> line.contains("\"importKw\":1.234")));
        assertThat(lines).noneMatch(line -> line.contains("0.666"));
        reader.cancel(true);
    }

    @Test
    void many_hear_each_reading_slow_ones_hold_nobody_up_and_nothing_is_left_when_they_go() throws Exception {
        Instant now = Instant.now();
        await().untilAsserted(() -> {
            send(event("crowd", now, 100, null));
            assertThat(get("/api/v1/meters/crowd/latest").statusCode()).isEqualTo(200);
        });
        long before = listeners();
        List<Listener> all = new ArrayList<>();
        List<Socket> slow = new ArrayList<>();
        List<Future<?>> open = new ArrayList<>();
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(root.resolve("/api/v1/meters/crowd/live"))
                .build();
        for (int i = 0; i < 25; i++) {
            Listener listener = new Listener();
            all.add(listener);
            open.add(client.sendAsync(request, HttpResponse.BodyHandlers.fromLineSubscriber(listener)));
        }
        for (int i = 0; i < 3; i++) {
            slow.add(askedAndNeverRead("/api/v1/meters/crowd/live"));
        }
        await().until(() -> listeners() == before + 28);
        for (int i = 1; i <= 1000; i++) {
            TelegramEvent event = event("crowd", now.plusMillis(i), i, null);
            open.add(producer.send(new ProducerRecord<>(Topics.TELEGRAMS, event.meter(), EventJson.write(event))));
        }
        send(event("crowd", now.plusSeconds(2), 7777, null));
        await().until(() -> all.stream().allMatch(each -> each.heard));
        assertThat(open).as("what was sent, and the streams").hasSize(1025);
        all.forEach(each -> each.subscription.cancel());
        for (Socket each : slow) {
            each.close();
        }
        await().until(() -> listeners() == before);
    }

    private static long listeners() {
        return get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("sem_history_live_listeners"))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private Socket askedAndNeverRead(String address) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(2048);
        socket.connect(new InetSocketAddress(root.getHost(), root.getPort()));
        socket.getOutputStream()
                .write(("GET " + address + " HTTP/1.1\r\nHost: " + root.getAuthority() + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** Reads as fast as it can and remembers whether it heard the last one. */
    private static final class Listener implements Flow.Subscriber<String> {
        private volatile Flow.Subscription subscription;
        private volatile boolean heard;

        @Override
        public void onSubscribe(Flow.Subscription opened) {
            subscription = opened;
            opened.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            if (line.contains("\"importKw\":7.777")) {
                heard = true;
            }
        }

        @Override
        public void onError(Throwable failure) {
            heard = false;
        }

        @Override
        public void onComplete() {
            heard = false;
        }
    }

    @Test
    void a_meters_health_is_passed_through() throws Exception {
        SampleMeters.write("healthy", false, 1);
        send(Topics.METERS, "healthy", "{\"state\":\"receiving\",\"backlog\":3}".getBytes(StandardCharsets.UTF_8));
        await().untilAsserted(() -> assertThat(
                        get("/api/v1/meters").jsonPath().getString("meters.find { it.name == 'healthy' }.health.state"))
                .isEqualTo("receiving"));
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(300));
    }

    private static void send(TelegramEvent event) {
        send(Topics.TELEGRAMS, event.meter(), EventJson.write(event));
    }

    private static void send(String topic, String key, byte[] value) {
        try {
            producer.send(new ProducerRecord<>(topic, key, value)).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("Kafka took no record", e);
        }
    }

    private static TelegramEvent event(String meter, Instant at, int importW, Integer demandW) {
        return new TelegramEvent(
                TelegramEvent.VERSION,
                meter,
                at,
                TelegramEvent.TimeSource.METER,
                at,
                null,
                "FLU5\\SEM",
                "E_MUCS",
                "50217",
                TelegramEvent.Crc.VALID,
                new Electricity(
                        "1SEM1",
                        1,
                        1_234_567L,
                        2_000_000L,
                        null,
                        10L,
                        20L,
                        null,
                        importW,
                        0,
                        demandW,
                        List.of(new Electricity.Phase(1, 2347, 151, importW, 0))),
                List.of(),
                List.of(new MBusReading(1, MBusReading.Kind.GAS, "7SEM1", at, 112_384L, null, null)),
                null,
                null,
                List.of());
    }

    private static TelegramEvent with(TelegramEvent event, Verdict verdict) {
        return new TelegramEvent(
                event.version(),
                event.meter(),
                event.at(),
                event.timeSource(),
                event.receivedAt(),
                event.simulated(),
                event.identification(),
                event.dialect(),
                event.p1Version(),
                event.crc(),
                event.electricity(),
                event.monthPeaks(),
                event.devices(),
                event.extremes(),
                verdict,
                event.unknown());
    }
}
