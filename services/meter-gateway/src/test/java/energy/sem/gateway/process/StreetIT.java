package energy.sem.gateway.process;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import energy.sem.gateway.KafkaTopic;
import energy.sem.local.kafka.LocalKafka;
import energy.sem.source.Telegrams;

import static energy.sem.tests.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A street moves in and out: meters are added by a file, pushed to, rotated and removed one by one at two packaged gateways, while
 * neighbours push all the time. 200 of them, and 1,000 with {@code -Dsem.test.long=true}.
 */
class StreetIT {
    private static final int METERS = Boolean.getBoolean("sem.test.long") ? 1_000 : 200;
    private static final int NEIGHBOURS = 4;
    private static final int AT_A_TIME = 20;
    private static final String ADMIN = "admin of the street";
    private static final Instant AT = Instant.parse("2026-11-22T08:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    private static LocalKafka kafka;
    private static List<GatewayProcess> gateways;

    // What a gateway has said that it has: meter and register.
    private final Set<String> taken = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> next = new ConcurrentHashMap<>();

    @BeforeAll
    static void start() throws IOException {
        kafka = LocalKafka.start(folder.resolve("kafka"), 0);
        Map<String, String> settings =
                Map.of("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers(), "SEM_ADMIN_KEY", ADMIN);
        gateways = List.of(
                new GatewayProcess(Files.createDirectories(folder.resolve("one")), settings),
                new GatewayProcess(Files.createDirectories(folder.resolve("two")), settings));
        gateways.forEach(GatewayProcess::start);
    }

    @AfterAll
    static void stop() {
        gateways.forEach(GatewayProcess::close);
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

        assertThat(taken).hasSizeGreaterThan(METERS * 3);
        await().untilAsserted(() -> assertThat(KafkaTopic.allEvents(kafka.bootstrapServers()).stream()
                        .map(event -> event.meter() + " " + event.at())
                        .collect(Collectors.toSet()))
                .containsAll(taken));
        for (GatewayProcess gateway : gateways) {
            assertThat(JSON.readTree(gateway.administer("GET", "", ADMIN, "").body())
                            .findValuesAsText("meter"))
                    .containsExactlyInAnyOrderElementsOf(neighbours.keySet());
        }
    }

    /** Returns the last key of each meter that was there. */
    private Map<String, String> comeAndGo() throws IOException {
        Map<String, String> street = added("street", METERS, 1);
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
        count = 0;
        for (String meter : rotated.keySet()) {
            int at = count++ / AT_A_TIME % 2;
            HttpResponse<String> gone = gateways.get(at).administer("DELETE", "/" + meter, ADMIN, "");
            assertThat(gone.statusCode()).as(gone.body()).isEqualTo(204);
            assertThat(push(at, meter, rotated.get(meter))).as("its key").isIn(403, 429);
        }
        await().untilAsserted(() -> assertThat(JSON.readTree(
                        gateways.get(0).administer("GET", "", ADMIN, "").body()))
                .hasSize(NEIGHBOURS));
        await().untilAsserted(() -> assertThat(JSON.readTree(
                        gateways.get(1).administer("GET", "", ADMIN, "").body()))
                .hasSize(NEIGHBOURS));
        return rotated;
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
