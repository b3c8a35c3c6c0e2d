package energy.sem.gateway.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

import energy.sem.event.TelegramEvent;
import energy.sem.gateway.KafkaTopic;
import energy.sem.local.kafka.LocalKafka;
import energy.sem.p1.Register;
import energy.sem.source.Telegrams;

import static energy.sem.tests.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Measures, on demand, and prints: telegrams a second by push with acknowledgement, for 1 and for 500 meters, beside what
 * Kafka itself acknowledges one after the other; and resident memory with 1 and with 500 meters at 1 Hz. It fails when one
 * of their telegrams is lost.
 */
@EnabledIfSystemProperty(named = "sem.load", matches = "true", disabledReason = "takes minutes: -Dsem.load=true")
class LoadIT {
    private static final Instant AT = Instant.parse("2026-11-22T08:00:00Z");
    private static final Duration MEASURED = Duration.ofSeconds(Integer.getInteger("sem.load-seconds", 15));
    private static final Duration HELD = Duration.ofSeconds(Integer.getInteger("sem.load-held-seconds", 180));
    private static final int METERS = Integer.getInteger("sem.load-meters", 500);
    private static final int CLIENTS = Math.min(50, METERS);

    @TempDir
    Path folder;

    private LocalKafka kafka;

    @BeforeEach
    void start() throws IOException {
        kafka = LocalKafka.start(folder.resolve("kafka"), 0);
    }

    @AfterEach
    void stop() {
        kafka.close();
    }

    @Test
    void telegrams_a_second_by_push() throws Exception {
        print(String.format("Kafka alone, one record after the other: %.0f records/s", kafkaAlone()));
        pushes();
    }

    @Test
    void resident_memory_with_one_meter() throws Exception {
        hold(1);
    }

    @Test
    void resident_memory_with_many_meters() throws Exception {
        hold(METERS);
    }

    private static void print(String figure) {
        System.out.println("LOAD " + figure);
    }

    private double kafkaAlone() throws Exception {
        // As the gateway makes its topics on one broker.
        NewTopic topic = new NewTopic("alone", 12, (short) 1).configs(Map.of("flush.messages", "1"));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(topic)).all().get();
        }
        byte[] record = Telegrams.bytes(AT, 1);
        Map<String, Object> settings =
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "acks", "all", "compression.type", "lz4");
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            return rate(MEASURED, 1, client -> {
                producer.send(new ProducerRecord<>("alone", "home", record)).get();
                return 1;
            });
        }
    }

    private void pushes() throws Exception {
        Map<String, String> settings = new HashMap<>();
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < METERS; i++) {
            keys.add(UUID.randomUUID().toString());
            settings.put("SEM_METERS_M" + i + "_SOURCE", "push");
            settings.put("SEM_METERS_M" + i + "_API_KEY", keys.get(i));
        }
        settings.put("SEM_PUSH_MAX_RATE", "100G");
        try (GatewayProcess gateway = gateway("pushes", settings)) {
            long[] next = new long[METERS];
            int[] turn = new int[CLIENTS];
            for (int[] shape : new int[][] {{1, 1, 1}, {METERS, CLIENTS, 1}, {1, 1, 100}, {METERS, CLIENTS, 100}}) {
                int meters = shape[0];
                int clients = shape[1];
                int many = shape[2];
                // Each client has its own meters and pushes to one after the other.
                Step push = client -> {
                    int meter = client + clients * (turn[client]++ % (meters / clients));
                    StringBuilder body = new StringBuilder();
                    for (int i = 0; i < many; i++) {
                        long number = ++next[meter];
                        body.append(Telegrams.text(AT.plusSeconds(number), number));
                    }
                    assertThat(gateway.push("m" + meter, keys.get(meter), body.toString())
                                    .statusCode())
                            .isEqualTo(202);
                    return many;
                };
                rate(Duration.ofSeconds(5), clients, push);
                print(String.format(
                        "%d meters, %d clients, %d telegrams a push: %.0f telegrams/s acknowledged",
                        meters, clients, many, rate(MEASURED, clients, push)));
            }
        }
    }

    private interface Step {
        int run(int client) throws Exception;
    }

    /** How many a second all clients together do. */
    private static double rate(Duration time, int clients, Step step) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        long begin = System.nanoTime();
        long end = begin + time.toNanos();
        List<Future<Long>> done = new ArrayList<>();
        for (int each = 0; each < clients; each++) {
            int client = each;
            done.add(threads.submit(() -> {
                long count = 0;
                while (System.nanoTime() < end) {
                    count += step.run(client);
                }
                return count;
            }));
        }
        long all = 0;
        for (Future<Long> each : done) {
            all += each.get();
        }
        threads.shutdown();
        return all / ((System.nanoTime() - begin) / 1e9);
    }

    private void hold(int meters) throws Exception {
        try (MeterServer server = MeterServer.start(MeterServer.Manner.WELL, Duration.ofSeconds(1))) {
            Map<String, String> settings = new HashMap<>();
            for (int i = 0; i < meters; i++) {
                settings.put("SEM_METERS_M" + i + "_SOURCE", server.source());
            }
            try (GatewayProcess gateway = gateway("meters" + meters, settings)) {
                await().atMost(Duration.ofMinutes(2)).until(() -> server.connections() == meters);
                GatewayWatch beginning = new GatewayWatch(gateway);
                // Until Kafka's topics are there, what comes waits on disk.
                await().atMost(Duration.ofMinutes(2))
                        .until(() -> beginning.look() == meters && beginning.lastWaiting() == 0);
                GatewayWatch watch = new GatewayWatch(gateway);
                long end = System.nanoTime() + HELD.toNanos();
                await().pollInterval(Duration.ofSeconds(1))
                        .atMost(HELD.multipliedBy(2))
                        .until(() -> {
                            assertThat(watch.look()).isEqualTo(meters);
                            return System.nanoTime() > end;
                        });
                server.fallSilent();
                await().atMost(Duration.ofMinutes(2)).until(() -> watch.hasPublished(server.sent()));
                print(String.format(
                        "%d meters at 1 Hz for %d s, -Xmx%s: %d MiB resident at most, at most %d telegrams on disk, "
                                + "slowest answer of the meters' state %d ms",
                        meters,
                        HELD.toSeconds(),
                        GatewayProcess.HEAP,
                        watch.mostResidentMebibytes(),
                        watch.mostWaiting(),
                        watch.slowest().toMillis()));
                // None twice here: what Kafka took too late came again.
                Map<String, Set<Long>> arrived = arrived();
                assertThat(arrived).hasSize(meters);
                assertThat(arrived.values().stream().mapToLong(Set::size).sum()).isEqualTo(server.sent());
            }
        }
    }

    private Map<String, Set<Long>> arrived() {
        Map<String, Set<Long>> byMeter = new HashMap<>();
        for (TelegramEvent event : KafkaTopic.allEvents(kafka.bootstrapServers())) {
            byMeter.computeIfAbsent(event.meter(), m -> new HashSet<>())
                    .add(event.electricity().registers().get(Register.IMPORT_T1_WH));
        }
        return byMeter;
    }

    private GatewayProcess gateway(String name, Map<String, String> settings) throws IOException {
        settings.put("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
        GatewayProcess gateway = new GatewayProcess(Files.createDirectory(folder.resolve(name)), settings);
        gateway.start();
        return gateway;
    }
}
