package energy.sem.gateway.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import energy.sem.event.TelegramEvent;
import energy.sem.gateway.KafkaTopic;
import energy.sem.local.kafka.LocalKafka;
import energy.sem.p1.Register;
import energy.sem.source.PseudoTerminals;
import energy.sem.source.Telegrams;

import static energy.sem.tests.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * One packaged gateway with 96 MiB of heap and many meters: a third is pushed to, the others are read by TCP, three more
 * stall, lie and break off, one is a cable that is pulled out. While they speak, Kafka is stopped and started again and
 * the gateway killed in between. With {@code -Dsem.meters=300 -Dsem.away-seconds=90} there are hundreds of meters, and Kafka
 * is away for minutes.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NothingIsLostIT {
    private static final int METERS = Integer.getInteger("sem.meters", 45);
    private static final int PUSHED = METERS / 3;
    private static final int READ = METERS - PUSHED;
    private static final Duration EVERY = Duration.ofMillis(500);
    private static final int PUSHING_THREADS = 2;
    private static final Duration AWAY = Duration.ofSeconds(Integer.getInteger("sem.away-seconds", 3));
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    private static LocalKafka kafka;
    private static GatewayProcess gateway;
    private static final Map<MeterServer.Manner, MeterServer> SERVERS = new HashMap<>();
    private static final List<Pusher> PUSHERS = new ArrayList<>();

    @BeforeAll
    static void start() throws IOException {
        kafka = LocalKafka.start(folder.resolve("kafka"), 0);
        Map<String, String> settings = new HashMap<>();
        settings.put("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
        settings.put("SEM_METERS_CABLE_SOURCE", "serial:" + folder.resolve("gateway"));
        for (MeterServer.Manner manner : MeterServer.Manner.values()) {
            SERVERS.put(manner, MeterServer.start(manner, EVERY));
            settings.put(
                    "SEM_METERS_" + manner.name().replace("_", "") + "_SOURCE",
                    SERVERS.get(manner).source());
        }
        for (int i = 0; i < READ; i++) {
            settings.put(
                    "SEM_METERS_READ" + i + "_SOURCE",
                    SERVERS.get(MeterServer.Manner.WELL).source());
        }
        Map<String, String> keys = new HashMap<>();
        for (int i = 0; i < PUSHED; i++) {
            keys.put("pushed" + i, UUID.randomUUID().toString());
            settings.put("SEM_METERS_PUSHED" + i + "_SOURCE", "push");
            settings.put("SEM_METERS_PUSHED" + i + "_API_KEY", keys.get("pushed" + i));
        }
        gateway = new GatewayProcess(folder, settings);
        keys.forEach((meter, key) -> PUSHERS.add(new Pusher(gateway, meter, key)));
        gateway.start();
    }

    @AfterAll
    static void stop() throws IOException {
        gateway.close();
        kafka.close();
        for (MeterServer server : SERVERS.values()) {
            server.close();
        }
    }

    @Test
    @Order(1)
    void a_cable_that_is_pulled_out_and_plugged_in_again_goes_on_by_itself() throws Exception {
        try (PseudoTerminals cable = PseudoTerminals.start(folder)) {
            awaitTelegram(cable, 1);
            cable.unplug();
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                            report("cable").get("diagnosis").asText())
                    .containsAnyOf("unplugged", "there is no device"));
            cable.plugIn();
            awaitTelegram(cable, 2);
        }
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        arrived().getOrDefault("cable", List.of()).stream().distinct())
                .containsExactly(1L, 2L));
    }

    // The gateway finds the port after a pause, and its telegrams begin in the middle: so the meter repeats.
    private static void awaitTelegram(PseudoTerminals cable, long number) {
        byte[] telegram = Telegrams.bytes(Instant.parse("2026-11-22T07:00:00Z").plusSeconds(number), number);
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
            cable.send(telegram);
            assertThat(gateway.get("/api/v1/meters/cable/telegram").body())
                    .isEqualTo(new String(telegram, StandardCharsets.ISO_8859_1));
        });
    }

    @Test
    @Order(2)
    void meters_are_read_while_others_stall_lie_and_break_off() {
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
            JsonNode reports = reports();
            for (int i = 0; i < READ; i++) {
                assertThat(report(reports, "read" + i).get("state").asText()).isEqualTo("receiving");
            }
            assertThat(report(reports, "stalls").get("state").asText()).isIn("waiting", "silent");
            assertThat(report(reports, "lies").get("state").asText()).isIn("bad-telegrams", "silent", "disconnected");
            assertThat(report(reports, "lies").get("counts").get("valid").asLong())
                    .isZero();
            assertThat(report(reports, "breaksoff")
                            .get("counts")
                            .get("truncated")
                            .asLong())
                    .isPositive();
        });
        // Its pauses grow: it does not knock twice a second.
        assertThat(SERVERS.get(MeterServer.Manner.BREAKS_OFF).connections()).isLessThan(40);
    }

    @Test
    @Order(3)
    void what_was_acknowledged_is_in_the_topic_in_order_though_kafka_was_away_and_the_gateway_killed()
            throws Exception {
        Load load = Load.start();
        load.await(Duration.ofSeconds(1));
        kafka.stop();
        load.await(AWAY);
        gateway.kill();
        gateway.start();
        load.await(AWAY);
        assertThat(report("pushed0").get("backlog").get("telegrams").asLong()).isPositive();
        // Kafka comes back while the gateway starts: it may be there before, meanwhile or after.
        CompletableFuture<Void> kafkaIsBack = CompletableFuture.runAsync(kafka::restart);
        gateway.kill();
        gateway.start();
        kafkaIsBack.join();
        load.await(Duration.ofSeconds(1));
        load.finish();

        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
            for (JsonNode report : reports()) {
                assertThat(report.get("backlog").get("telegrams").asLong()).isZero();
            }
        });
        Map<String, List<Long>> arrived = arrived();
        for (Pusher pusher : PUSHERS) {
            assertThat(pusher.acknowledged()).isEqualTo(pusher.good());
            assertThat(pusher.rejected()).isEqualTo(pusher.bad());
            assertThat(arrived.get(pusher.meter()).stream().distinct())
                    .as("the first of each telegram of %s, in the topic's order", pusher.meter())
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, pusher.good()).boxed().toList());
        }
        assertThat(gateway.isAlive()).isTrue();
    }

    /** All pushers pushing, until told to finish. */
    private static final class Load {
        private final ExecutorService threads = Executors.newFixedThreadPool(PUSHING_THREADS);
        private final List<Future<?>> running = new ArrayList<>();
        private volatile boolean finishing;

        static Load start() {
            Load load = new Load();
            for (int thread = 0; thread < PUSHING_THREADS; thread++) {
                int first = thread;
                load.running.add(load.threads.submit(() -> load.push(first)));
            }
            return load;
        }

        private void push(int first) {
            while (!finishing) {
                for (int i = first; i < PUSHERS.size() && !finishing; i += PUSHING_THREADS) {
                    PUSHERS.get(i).push();
                }
            }
            for (int i = first; i < PUSHERS.size(); i += PUSHING_THREADS) {
                PUSHERS.get(i).finish();
            }
        }

        /** Lets it go on for a while, in which each meter's next telegrams must be acknowledged. */
        void await(Duration atLeast) {
            long[] before = PUSHERS.stream().mapToLong(Pusher::acknowledged).toArray();
            org.awaitility.Awaitility.await()
                    .pollDelay(atLeast)
                    .atMost(atLeast.plus(PATIENCE))
                    .until(() -> {
                        for (int i = 0; i < before.length; i++) {
                            if (PUSHERS.get(i).acknowledged() <= before[i]) {
                                return false;
                            }
                        }
                        return true;
                    });
        }

        void finish() throws Exception {
            finishing = true;
            try {
                for (Future<?> each : running) {
                    each.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                }
            } finally {
                threads.shutdownNow();
            }
        }
    }

    private static JsonNode reports() throws IOException {
        return JSON.readTree(gateway.get("/api/v1/meters").body());
    }

    private static JsonNode report(String meter) throws IOException {
        return report(reports(), meter);
    }

    private static JsonNode report(JsonNode reports, String meter) {
        for (JsonNode report : reports) {
            if (report.get("meter").asText().equals(meter)) {
                return report;
            }
        }
        throw new AssertionError("no meter " + meter);
    }

    private static Map<String, List<Long>> arrived() {
        Map<String, List<Long>> byMeter = new HashMap<>();
        for (TelegramEvent event : KafkaTopic.allEvents(kafka.bootstrapServers())) {
            byMeter.computeIfAbsent(event.meter(), m -> new ArrayList<>())
                    .add(event.electricity().registers().get(Register.IMPORT_T1_WH));
        }
        return byMeter;
    }
}
