package energy.sem.gateway.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

import energy.sem.gateway.Telegrams;
import energy.sem.local.kafka.LocalKafka;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Measures, on demand, and prints: telegrams a second by push with acknowledgement beside what Kafka itself acknowledges
 * one after the other, and resident memory with 1 and with 500 meters at 1 Hz.
 */
@EnabledIfSystemProperty(named = "sem.load", matches = "true", disabledReason = "takes minutes: -Dsem.load=true")
class LoadIT {
    private static final Instant AT = Instant.parse("2026-11-22T08:00:00Z");
    private static final Duration MEASURED = Duration.ofSeconds(Integer.getInteger("sem.load-seconds", 15));
    private static final int METERS = 500;
    private static final int CLIENTS = 16;

    @TempDir
    Path folder;

    private LocalKafka kafka;

    @Test
    void telegrams_a_second_and_resident_memory() throws Exception {
        kafka = LocalKafka.start(folder.resolve("kafka"), 0);
        try {
            print(String.format("Kafka alone, one record after the other: %.0f records/s", kafkaAlone()));
            pushes();
            print(String.format("resident memory with 1 meter at 1 Hz: %d MiB", residentMebibytes(1)));
            print(String.format("resident memory with %d meters at 1 Hz: %d MiB", METERS, residentMebibytes(METERS)));
        } finally {
            kafka.close();
        }
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
        for (int i = 0; i < CLIENTS; i++) {
            keys.add(UUID.randomUUID().toString());
            settings.put("SEM_METERS_M" + i + "_SOURCE", "push");
            settings.put("SEM_METERS_M" + i + "_API_KEY", keys.get(i));
        }
        settings.put("SEM_PUSH_MAX_RATE", "100G");
        try (GatewayProcess gateway = gateway("pushes", settings)) {
            long[] next = new long[CLIENTS];
            for (int[] shape : new int[][] {{1, 1}, {CLIENTS, 1}, {1, 100}, {CLIENTS, 100}}) {
                int many = shape[1];
                Step push = client -> {
                    StringBuilder body = new StringBuilder();
                    for (int i = 0; i < many; i++) {
                        long number = ++next[client];
                        body.append(Telegrams.text(AT.plusSeconds(number), number));
                    }
                    assertThat(gateway.push("m" + client, keys.get(client), body.toString())
                                    .statusCode())
                            .isEqualTo(202);
                    return many;
                };
                rate(Duration.ofSeconds(5), shape[0], push);
                print(String.format(
                        "%d clients, %d telegrams a push: %.0f telegrams/s acknowledged",
                        shape[0], many, rate(MEASURED, shape[0], push)));
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

    private long residentMebibytes(int meters) throws Exception {
        try (MeterServer server = MeterServer.start(MeterServer.Manner.WELL, Duration.ofSeconds(1))) {
            Map<String, String> settings = new HashMap<>();
            for (int i = 0; i < meters; i++) {
                settings.put("SEM_METERS_M" + i + "_SOURCE", server.source());
            }
            try (GatewayProcess gateway = gateway("meters" + meters, settings)) {
                Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> server.connections() == meters);
                long[] most = new long[1];
                Awaitility.await()
                        .pollInterval(Duration.ofSeconds(1))
                        .pollDelay(MEASURED)
                        .atMost(Duration.ofMinutes(5))
                        .until(() -> {
                            most[0] = Math.max(most[0], residentKibibytes(gateway.pid()));
                            return receiving(gateway) == meters;
                        });
                return most[0] / 1024;
            }
        }
    }

    private static int receiving(GatewayProcess gateway) {
        try {
            return gateway.get("/api/v1/meters").body().split("\"state\":\"receiving\"", -1).length - 1;
        } catch (IOException e) {
            // Too busy for an answer; asked again.
            return 0;
        }
    }

    private static long residentKibibytes(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElseThrow();
    }

    private GatewayProcess gateway(String name, Map<String, String> settings) throws IOException {
        settings.put("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
        GatewayProcess gateway = new GatewayProcess(Files.createDirectory(folder.resolve(name)), settings);
        gateway.start();
        return gateway;
    }
}
