package energy.sem.gateway.process;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import energy.sem.event.TelegramEvent;
import energy.sem.gateway.KafkaTopic;
import energy.sem.local.kafka.LocalKafka;
import energy.sem.p1.Register;
import energy.sem.source.Telegrams;

import static energy.sem.tests.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A street moves in and out: meters are added by files at two packaged gateways that share what is read; half are pushed to and their
 * keys rotated, half are read and moved to a third gateway that comes and goes, and all are removed one by one, while neighbours
 * push all the time. 80 of them, and 1,000 with {@code -Dsem.test.long=true}.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "needs all of 127.0.0.0/8")
class StreetIT {
    private static final int METERS = Boolean.getBoolean("sem.test.long") ? 1_000 : 80;
    private static final int PUSHED = METERS / 2;
    private static final int READ = METERS - PUSHED;
    private static final int NEIGHBOURS = 4;
    private static final int AT_A_TIME = 20;
    private static final String ADMIN = "admin of the street";
    private static final Instant AT = Instant.parse("2026-11-22T08:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    private static LocalKafka kafka;
    private static MeterStreet meters;
    private static List<GatewayProcess> gateways;
    private static GatewayProcess third;

    // What a gateway has said that it has: meter and register.
    private final Set<String> taken = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> next = new ConcurrentHashMap<>();

    @BeforeAll
    static void start() throws IOException {
        kafka = LocalKafka.start(folder.resolve("kafka"), 0);
        // A hundred telegrams a second at most.
        meters = MeterStreet.start(Duration.ofSeconds(Math.max(1, READ / 100)));
        gateways = List.of(gateway("one"), gateway("two"));
        third = gateway("three");
        gateways.forEach(GatewayProcess::start);
    }

    private static GatewayProcess gateway(String name) throws IOException {
        return new GatewayProcess(
                Files.createDirectories(folder.resolve(name)),
                Map.of(
                        "KAFKA_BOOTSTRAP_SERVERS",
                        kafka.bootstrapServers(),
                        "SEM_ADMIN_KEY",
                        ADMIN,
                        "SEM_SHARE_SOURCES_AS",
                        name));
    }

    @AfterAll
    static void stop() throws IOException {
        gateways.forEach(GatewayProcess::close);
        third.close();
        meters.close();
        kafka.close();
    }

    @Test
    void whoever_comes_and_goes_no_telegram_is_lost_and_no_neighbour_notices() throws Exception {
        Map<String, String> neighbours = added("next", NEIGHBOURS, 0);
        neighbours.forEach((meter, key) -> awaitOpen(meter, key));
        AtomicBoolean over = new AtomicBoolean();
        ConcurrentLinkedQueue<Integer> refused = new ConcurrentLinkedQueue<>();
        ExecutorService pushing = Executors.newFixedThreadPool(NEIGHBOURS);
        try {
            List<CompletableFuture<Void>> all = neighbours.entrySet().stream()
                    .map(each -> CompletableFuture.runAsync(
                            () -> {
                                for (int i = 0; !over.get(); i++) {
                                    int status = push(i % 2, each.getKey(), each.getValue());
                                    if (status != 202) {
                                        refused.add(status);
                                    }
                                }
                            },
                            pushing))
                    .toList();
            Map<String, String> street = comeAndGo();
            over.set(true);
            for (CompletableFuture<Void> each : all) {
                each.get(1, TimeUnit.MINUTES);
            }
            assertThat(refused).isEmpty();
            street.forEach((meter, key) -> IntStream.range(0, 2)
                    .forEach(gateway -> assertThat(push(gateway, meter, key)).isIn(403, 429)));
        } finally {
            over.set(true);
            pushing.shutdownNow();
        }

        assertThat(taken).hasSizeGreaterThan(PUSHED * 3);
        Set<String> read = meters.owed();
        assertThat(read).hasSizeGreaterThan(READ * 3);
        await().untilAsserted(() -> {
            List<TelegramEvent> events = KafkaTopic.allEvents(kafka.bootstrapServers());
            assertThat(missing(taken, events, event -> event.meter() + " " + event.at()))
                    .isEmpty();
            assertThat(missing(
                            read,
                            events,
                            event -> event.meter() + " "
                                    + event.electricity().registers().get(Register.IMPORT_T1_WH)))
                    .isEmpty();
        });
        for (GatewayProcess gateway : gateways) {
            assertThat(JSON.readTree(gateway.administer("GET", "", ADMIN, "").body())
                            .findValuesAsText("meter"))
                    .containsExactlyInAnyOrderElementsOf(neighbours.keySet());
        }
    }

    private static List<String> missing(
            Set<String> wanted, List<TelegramEvent> events, Function<TelegramEvent, String> as) {
        Set<String> there = events.stream().map(as).collect(Collectors.toSet());
        return wanted.stream().filter(each -> !there.contains(each)).toList();
    }

    /** Returns the last key of each meter that was there and is pushed to. */
    private Map<String, String> comeAndGo() throws Exception {
        addThoseThatAreRead();
        awaitOneReaderEach();
        CompletableFuture<Void> moving = CompletableFuture.runAsync(third::start);
        Map<String, String> street = added("street", PUSHED, 1);
        Map<String, String> rotated = new LinkedHashMap<>();
        int count = 0;
        for (Map.Entry<String, String> each : street.entrySet()) {
            String meter = each.getKey();
            int at = count++ / AT_A_TIME % 2;
            awaitOpen(meter, each.getValue());
            HttpResponse<String> fresh = gateways.get(at).administer("POST", "/" + meter + "/rotate-key", ADMIN, "");
            assertThat(fresh.statusCode()).as(fresh.body()).isEqualTo(200);
            rotated.put(meter, JSON.readTree(fresh.body()).get("key").asText());
            assertThat(push(at, meter, each.getValue())).as("the key before").isEqualTo(202);
            assertThat(push(at, meter, rotated.get(meter))).as("the new key").isEqualTo(202);
        }
        moving.get(3, TimeUnit.MINUTES);
        await().untilAsserted(
                        () -> assertThat(third.get("/api/v1/meters").body()).contains("\"state\":\"receiving\""));
        awaitOneReaderEach();
        third.close();
        awaitOneReaderEach();
        assertThat(meters.mostReadersOfOne()).as("readers of a meter at a time").isEqualTo(1);
        count = 0;
        for (String meter : rotated.keySet()) {
            int at = count++ / AT_A_TIME % 2;
            HttpResponse<String> gone = gateways.get(at).administer("DELETE", "/" + meter, ADMIN, "");
            assertThat(gone.statusCode()).as(gone.body()).isEqualTo(204);
            assertThat(push(at, meter, rotated.get(meter))).as("its key").isIn(403, 429);
        }
        for (int i = 0; i < READ; i++) {
            HttpResponse<String> gone = gateways.get(i % 2).administer("DELETE", "/m" + i, ADMIN, "");
            assertThat(gone.statusCode()).as(gone.body()).isEqualTo(204);
        }
        await().untilAsserted(() ->
                assertThat(IntStream.range(0, READ).map(meters::readers)).containsOnly(0));
        await().untilAsserted(() -> assertThat(JSON.readTree(
                        gateways.get(0).administer("GET", "", ADMIN, "").body()))
                .hasSize(NEIGHBOURS));
        await().untilAsserted(() -> assertThat(JSON.readTree(
                        gateways.get(1).administer("GET", "", ADMIN, "").body()))
                .hasSize(NEIGHBOURS));
        return rotated;
    }

    private static void addThoseThatAreRead() throws IOException {
        StringBuilder file = new StringBuilder("meter,source\n");
        for (int i = 0; i < READ; i++) {
            file.append('m').append(i).append(',').append(meters.source(i)).append('\n');
        }
        HttpResponse<String> answer = gateways.get(0).administer("POST", "", ADMIN, file.toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static void awaitOneReaderEach() {
        await().untilAsserted(() ->
                assertThat(IntStream.range(0, READ).map(meters::readers)).containsOnly(1));
    }

    private static Map<String, String> added(String name, int meters, int gateway) {
        String file =
                "meter\n" + IntStream.range(0, meters).mapToObj(i -> name + i).collect(Collectors.joining("\n"));
        HttpResponse<String> answer = gateways.get(gateway).administer("POST", "", ADMIN, file);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        Map<String, String> keys = new LinkedHashMap<>();
        for (String line : new ArrayList<>(answer.body().lines().skip(1).toList())) {
            String[] fields = line.split(",", -1);
            keys.put(fields[1], fields[2]);
        }
        assertThat(keys).hasSize(meters).doesNotContainValue("");
        return keys;
    }

    // The other one hears of it a moment later; a sensor sends again what is refused.
    private void awaitOpen(String meter, String key) {
        for (int gateway = 0; gateway < 2; gateway++) {
            int each = gateway;
            await().untilAsserted(() -> assertThat(push(each, meter, key)).isEqualTo(202));
        }
    }

    private int push(int gateway, String meter, String key) {
        long wh = next.merge(meter, 1L, Long::sum);
        Instant at = AT.plusSeconds(wh);
        try {
            int status = gateways.get(gateway)
                    .push(meter, key, Telegrams.text(at, wh))
                    .statusCode();
            if (status == 202) {
                taken.add(meter + " " + at);
            }
            return status;
        } catch (IOException e) {
            throw new AssertionError(meter + " could not be pushed to", e);
        }
    }
}
