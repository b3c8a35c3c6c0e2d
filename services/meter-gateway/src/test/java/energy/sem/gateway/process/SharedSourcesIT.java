package energy.sem.gateway.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import energy.sem.event.TelegramEvent;
import energy.sem.gateway.KafkaTopic;
import energy.sem.local.kafka.LocalKafka;
import energy.sem.p1.Register;

import static energy.sem.tests.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

/** Two packaged gateways share the meters of a street: one reads each, whatever becomes of the other one, and of Kafka. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "needs all of 127.0.0.0/8")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SharedSourcesIT {
    private static final String MINUTES = "takes a minute or two: -Dsem.test.long=true";
    private static final int METERS = 60;
    private static final Duration A_DEATH_IS_BRIDGED_WITHIN = Duration.ofSeconds(15);
    private static final Duration AN_END_IS_BRIDGED_WITHIN = Duration.ofSeconds(6);
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    private static LocalKafka kafka;
    private static MeterStreet street;
    private static GatewayProcess one;
    private static GatewayProcess two;

    @BeforeAll
    static void start() throws Exception {
        kafka = LocalKafka.start(folder.resolve("kafka"), 0);
        street = MeterStreet.start(Duration.ofSeconds(1));
        one = gateway("one");
        two = gateway("two");
        CompletableFuture<Void> first = CompletableFuture.runAsync(one::start);
        two.start();
        first.get(3, TimeUnit.MINUTES);
    }

    private static String log(String gateway) {
        try {
            return Files.readString(folder.resolve(gateway).resolve("gateway.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static GatewayProcess gateway(String name) throws IOException {
        return gateway(name, name);
    }

    private static GatewayProcess gateway(String name, String sharesAs) throws IOException {
        Map<String, String> settings = new HashMap<>();
        settings.put("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
        settings.put("SEM_SHARE_SOURCES_AS", sharesAs);
        for (int i = 0; i < METERS; i++) {
            settings.put("SEM_METERS_M" + i + "_SOURCE", street.source(i));
        }
        return new GatewayProcess(Files.createDirectories(folder.resolve(name)), settings);
    }

    @AfterAll
    static void stop() throws IOException {
        one.close();
        two.close();
        street.close();
        kafka.close();
    }

    @Test
    @Order(1)
    void each_meter_is_read_by_one_gateway_and_the_other_says_so() {
        awaitShared();
        await().untilAsserted(() -> {
            Map<String, String> atOne = states(one);
            Map<String, String> atTwo = states(two);
            assertThat(atOne).hasSize(METERS);
            atOne.forEach((meter, state) ->
                    assertThat(Set.of(state, atTwo.get(meter))).containsExactlyInAnyOrder("receiving", "elsewhere"));
        });
        street.mostReadersOfOne();
    }

    @Test
    @Order(2)
    @EnabledIfSystemProperty(named = "sem.test.long", matches = "true", disabledReason = MINUTES)
    void while_kafka_is_away_each_goes_on_and_remembers_over_a_kill_what_it_read() throws Exception {
        int port = Integer.parseInt(kafka.bootstrapServers().replaceAll(".*:", ""));
        Set<String> before = readBy(one);
        kafka.close();
        awaitMoreFromEach();
        assertThat(street.mostReadersOfOne()).isEqualTo(1);

        one.kill();
        one.start();
        await().untilAsserted(() -> assertThat(readBy(one)).isEqualTo(before));
        awaitOneReaderEach();
        awaitMoreFromEach();
        assertThat(street.mostReadersOfOne()).as("readers of a meter at a time").isEqualTo(1);

        kafka = LocalKafka.start(folder.resolve("kafka"), port);
        awaitShared();
    }

    @Test
    @Order(3)
    @EnabledIfSystemProperty(named = "sem.test.long", matches = "true", disabledReason = MINUTES)
    void a_gateway_that_hangs_is_replaced_and_gives_way_when_it_goes_on() {
        long begin = System.nanoTime();
        two.freeze();
        try {
            await().untilAsserted(() -> assertThat(readBy(one)).hasSize(METERS));
            print("a gateway that hangs", begin);
        } finally {
            two.thaw();
        }
        awaitShared();
    }

    @Test
    @Order(4)
    void the_meters_of_one_that_is_killed_are_read_by_the_other_within_15_seconds() {
        street.mostReadersOfOne();
        long begin = System.nanoTime();
        two.kill();
        awaitOneReaderEach();
        assertThat(print("a gateway that is killed", begin)).isLessThan(A_DEATH_IS_BRIDGED_WITHIN);
        awaitMoreFromEach();
        assertThat(street.mostReadersOfOne()).as("readers of a meter at a time").isEqualTo(1);
    }

    @Test
    @Order(5)
    void one_that_comes_back_takes_its_share_and_no_meter_is_read_by_both_on_the_way() {
        two.start();
        awaitShared();
        assertThat(street.mostReadersOfOne()).as("readers of a meter at a time").isEqualTo(1);
    }

    @Test
    @Order(6)
    @EnabledIfSystemProperty(named = "sem.test.long", matches = "true", disabledReason = MINUTES)
    void the_meters_of_one_that_ends_are_read_by_the_other_at_once() {
        long begin = System.nanoTime();
        CompletableFuture<Void> ending = CompletableFuture.runAsync(two::close);
        await().untilAsserted(() -> assertThat(readBy(one)).hasSize(METERS));
        awaitOneReaderEach();
        assertThat(print("a gateway that ends", begin)).isLessThan(AN_END_IS_BRIDGED_WITHIN);
        assertThat(ending).succeedsWithin(Duration.ofMinutes(1));
        assertThat(street.mostReadersOfOne()).as("readers of a meter at a time").isEqualTo(1);
    }

    @Test
    @Order(7)
    @EnabledIfSystemProperty(named = "sem.test.long", matches = "true", disabledReason = MINUTES)
    void two_of_one_name_say_so_and_nobody_stops_to_read() throws IOException {
        try (GatewayProcess twin = gateway("twin", "one")) {
            twin.start();
            await().until(() -> Stream.of("one", "twin").anyMatch(each -> log(each)
                    .contains("another gateway shares sources as one: give each its own sem.share-sources-as")));
            awaitMoreFromEach();
        }
        awaitOneReaderEach();
    }

    @Test
    @Order(8)
    void who_does_not_read_a_meter_says_nothing_of_it_to_the_others() throws IOException {
        Set<String> said = new HashSet<>();
        for (var record : KafkaTopic.allRecords(kafka.bootstrapServers(), "sem.meters")) {
            said.add(JSON.readTree(record.value()).get("state").asText());
        }
        assertThat(said).contains("receiving").doesNotContain("elsewhere", "silent", "ended", "disconnected");
    }

    @Test
    @Order(9)
    @EnabledIfSystemProperty(named = "sem.test.long", matches = "true", disabledReason = MINUTES)
    void a_broker_that_refuses_the_topic_of_sources_keeps_no_telegram_from_the_others() throws Exception {
        try (LocalKafka refusing = LocalKafka.start(folder.resolve("refusing"), 0)) {
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", refusing.bootstrapServers()))) {
                // One of whose name Kafka tells no other apart.
                admin.createTopics(List.of(new NewTopic("sem_sources", 1, (short) 1)))
                        .all()
                        .get(1, TimeUnit.MINUTES);
            }
            Map<String, String> settings = Map.of(
                    "KAFKA_BOOTSTRAP_SERVERS",
                    refusing.bootstrapServers(),
                    "SEM_SHARE_SOURCES_AS",
                    "alone",
                    "SEM_METERS_M" + METERS + "_SOURCE",
                    street.source(METERS));
            try (GatewayProcess alone =
                    new GatewayProcess(Files.createDirectories(folder.resolve("alone")), settings)) {
                alone.start();
                await().untilAsserted(() -> assertThat(KafkaTopic.allEvents(refusing.bootstrapServers()))
                        .isNotEmpty());
            }
            assertThat(log("alone")).contains("Kafka has no topic sem.sources yet");
        }
    }

    @Test
    @Order(10)
    void nothing_that_a_meter_said_is_lost_or_stored_twice() {
        awaitMoreFromEach();
        street.fallSilent();
        Set<String> owed = street.owed();
        owed.removeIf(each -> each.startsWith("m" + METERS + " "));
        assertThat(owed).hasSizeGreaterThan(METERS * 10);

        await().untilAsserted(() -> {
            Map<String, Set<Instant>> rows = rows();
            assertThat(owed.stream().filter(each -> !rows.containsKey(each)).toList())
                    .isEmpty();
            // A row is a device's at a time: what came twice is the same one.
            assertThat(rows.values()).allMatch(times -> times.size() == 1);
        });
    }

    private static Map<String, Set<Instant>> rows() {
        Map<String, Set<Instant>> rows = new HashMap<>();
        for (TelegramEvent event : KafkaTopic.allEvents(kafka.bootstrapServers())) {
            long number = event.electricity().registers().get(Register.IMPORT_T1_WH);
            rows.computeIfAbsent(event.meter() + " " + number, each -> new HashSet<>())
                    .add(event.at());
        }
        return rows;
    }

    private static Duration print(String what, long beginNanos) {
        Duration taken = Duration.ofNanos(System.nanoTime() - beginNanos);
        System.out.println(
                "MOVED " + what + ": all its meters are read by the other after " + taken.toMillis() + " ms");
        return taken;
    }

    private static void awaitShared() {
        await().untilAsserted(() -> {
            Set<String> both = new HashSet<>(readBy(one));
            Set<String> atTwo = readBy(two);
            assertThat(both).isNotEmpty();
            assertThat(atTwo).isNotEmpty().doesNotContainAnyElementsOf(both);
            both.addAll(atTwo);
            assertThat(both).hasSize(METERS);
        });
        awaitOneReaderEach();
    }

    private static void awaitOneReaderEach() {
        await().pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> assertThat(IntStream.range(0, METERS).map(street::readers))
                        .containsOnly(1));
    }

    private static void awaitMoreFromEach() {
        long[] before = IntStream.range(0, METERS).mapToLong(street::said).toArray();
        await().until(() -> IntStream.range(0, METERS).allMatch(i -> street.said(i) >= before[i] + 3));
    }

    private static Set<String> readBy(GatewayProcess gateway) throws IOException {
        return states(gateway).entrySet().stream()
                .filter(each -> each.getValue().equals("receiving"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Map<String, String> states(GatewayProcess gateway) throws IOException {
        Map<String, String> states = new HashMap<>();
        for (JsonNode report : JSON.readTree(gateway.get("/api/v1/meters").body())) {
            states.put(report.get("meter").asText(), report.get("state").asText());
        }
        return states;
    }
}
