package energy.sem.registry;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import energy.sem.event.Topics;
import energy.sem.local.test.TestServices;
import energy.sem.sharing.SharingKey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The registry on a real Kafka: followed, changed by two at once, and with records that are none. */
class RegistryTopicTest {
    private static final Map<String, Object> KAFKA =
            Map.of("bootstrap.servers", TestServices.get().bootstrapServers());
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final List<RegistryFollower> open = new ArrayList<>();
    private final List<RegistryWriter> writers = new ArrayList<>();
    private RegistryFollower follower;

    @BeforeAll
    static void topic() throws Exception {
        try (Admin admin = Admin.create(KAFKA)) {
            admin.createTopics(List.of(
                            new NewTopic(Topics.REGISTRY, 1, (short) 1).configs(Map.of("cleanup.policy", "compact"))))
                    .all()
                    .get(1, TimeUnit.MINUTES);
        } catch (ExecutionException e) {
            assertThat(e).hasCauseInstanceOf(TopicExistsException.class);
        }
    }

    @BeforeEach
    void follow() throws Exception {
        follower = followed(new LinkedBlockingQueue<>());
    }

    @AfterEach
    void close() {
        writers.forEach(RegistryWriter::close);
        open.forEach(RegistryFollower::close);
    }

    @Test
    void what_one_writes_all_who_follow_hear_and_who_begins_later_reads() throws Exception {
        LinkedBlockingQueue<Registry> heard = new LinkedBlockingQueue<>();
        followed(heard);

        writer().change(now -> RegistryChange.put("roof", entry("push"), null));

        assertThat(follower.now().named(EntryKind.METER, "roof")).contains(entry("push"));
        await(heard, registry -> registry.named(EntryKind.METER, "roof").isPresent());
        assertThat(followed(new LinkedBlockingQueue<>()).now().named(EntryKind.METER, "roof"))
                .contains(entry("push"));

        writer().change(now -> RegistryChange.remove(EntryKind.METER, "roof", null));

        assertThat(follower.now().named(EntryKind.METER, "roof")).isEmpty();
        await(heard, registry -> registry.named(EntryKind.METER, "roof").isEmpty());
        assertThat(followed(new LinkedBlockingQueue<>()).now().named(EntryKind.METER, "roof"))
                .isEmpty();
    }

    @Test
    void thousands_that_are_written_together_are_told_in_a_few_steps_and_not_five_hundred_at_a_time() throws Exception {
        LinkedBlockingQueue<Registry> heard = new LinkedBlockingQueue<>();
        followed(heard);
        heard.clear();
        Map<String, Optional<RegistryEntry>> many = new HashMap<>();
        for (int i = 0; i < 10_000; i++) {
            many.put(EntryKind.METER.key("many" + i), Optional.of(entry("push")));
        }

        writer().change(now -> new RegistryChange<>(many, null));

        int told = 1;
        while (heard.poll(1, TimeUnit.MINUTES).of(EntryKind.METER).keySet().stream()
                        .filter(name -> name.startsWith("many"))
                        .count()
                < many.size()) {
            told++;
        }
        assertThat(told).isLessThanOrEqualTo(5);
        many.replaceAll((key, entry) -> Optional.empty());
        writer().change(now -> new RegistryChange<>(many, null));
        assertThat(follower.now().of(EntryKind.METER).keySet()).noneMatch(name -> name.startsWith("many"));
    }

    @Test
    void of_two_who_change_one_entry_at_once_none_overwrites_the_other() throws Exception {
        writer().change(now -> RegistryChange.put("shared", entry("0"), null));
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            Callable<Void> tenTimes = () -> {
                try (RegistryWriter own = new RegistryWriter(KAFKA, followed(new LinkedBlockingQueue<>()))) {
                    for (int i = 0; i < 10; i++) {
                        own.change(now -> {
                            MeterEntry before =
                                    now.named(EntryKind.METER, "shared").orElseThrow();
                            int counted = Integer.parseInt(before.settings().get("source")) + 1;
                            return RegistryChange.put(
                                    "shared", before.with(Map.of("source", Integer.toString(counted))), null);
                        });
                    }
                }
                return null;
            };
            for (Future<Void> one : List.of(both.submit(tenTimes), both.submit(tenTimes))) {
                one.get(2, TimeUnit.MINUTES);
            }
        } finally {
            both.shutdownNow();
        }

        MeterEntry last = writer().change(now -> new RegistryChange<>(
                Map.of(), now.named(EntryKind.METER, "shared").orElseThrow()));
        assertThat(last.settings()).containsEntry("source", "20");
        assertThat(last.version()).isEqualTo(21);
    }

    @Test
    void of_two_who_take_turns_each_sees_what_the_other_did() throws Exception {
        RegistryFollower others = followed(new LinkedBlockingQueue<>());
        try (RegistryWriter one = new RegistryWriter(KAFKA, follower);
                RegistryWriter other = new RegistryWriter(KAFKA, others)) {
            for (int i = 1; i <= 5; i++) {
                MeterEntry mine = entry("mine " + i);
                MeterEntry yours = entry("yours " + i);
                one.change(now -> RegistryChange.put("turns", mine, null));
                MeterEntry seen = other.change(now -> RegistryChange.put(
                        "turns", yours, now.named(EntryKind.METER, "turns").orElseThrow()));
                assertThat(seen).isEqualTo(mine);
                MeterEntry back = one.change(now -> new RegistryChange<>(
                        Map.of(), now.named(EntryKind.METER, "turns").orElseThrow()));
                assertThat(back).isEqualTo(yours);
            }
        }
    }

    @Test
    void what_is_refused_while_deciding_is_thrown_and_changes_nothing() throws Exception {
        Registry before = follower.now();

        assertThatThrownBy(() -> writer().change(now -> {
                    throw new IllegalArgumentException("not this one");
                }))
                .hasMessage("not this one");

        Registry after = writer().change(now -> new RegistryChange<>(Map.of(), now));
        assertThat(after).isEqualTo(before);
    }

    @Test
    void what_a_writer_that_died_left_half_written_is_never_seen_and_stops_nobody() throws Exception {
        try (KafkaProducer<String, byte[]> dying = producer(
                Map.of("bootstrap.servers", KAFKA.get("bootstrap.servers"), "transactional.id", "sem-registry"))) {
            dying.initTransactions();
            dying.beginTransaction();
            dying.send(new ProducerRecord<>(Topics.REGISTRY, 0, "meter/half", EntryJson.write(entry("push"))))
                    .get(1, TimeUnit.MINUTES);

            writer().change(now -> {
                assertThat(now.named(EntryKind.METER, "half")).isEmpty();
                return RegistryChange.put("whole", entry("push"), null);
            });
        }

        assertThat(followed(new LinkedBlockingQueue<>()).now().of(EntryKind.METER))
                .containsKey("whole")
                .doesNotContainKey("half");
    }

    @Test
    void a_thousand_are_written_in_one_step() throws Exception {
        LinkedBlockingQueue<Registry> heard = new LinkedBlockingQueue<>();
        followed(heard);
        Map<String, Optional<RegistryEntry>> all = new java.util.HashMap<>();
        for (int i = 0; i < 1000; i++) {
            all.put("meter/bulk" + i, Optional.of(entry("push")));
        }

        writer().change(now -> new RegistryChange<>(all, null));

        assertThat(follower.now().of(EntryKind.METER)).containsKeys("bulk0", "bulk999");
        await(heard, registry -> registry.named(EntryKind.METER, "bulk999").isPresent());
    }

    @Test
    void a_reader_and_a_meter_of_one_name_lie_beside_each_other() throws Exception {
        ReaderEntry els = ReaderEntry.first(
                new ReaderEntry.Opens(false, Set.of("els"), Set.of("street")), KeptKey.always("of els"));
        writer().change(now -> RegistryChange.put("els", entry("push"), null));
        writer().change(now -> RegistryChange.put("els", els, null));

        for (Registry registry :
                List.of(follower.now(), followed(new LinkedBlockingQueue<>()).now())) {
            assertThat(registry.named(EntryKind.READER, "els")).contains(els);
            assertThat(registry.named(EntryKind.METER, "els")).contains(entry("push"));
        }

        writer().change(now -> RegistryChange.remove(EntryKind.READER, "els", null));

        assertThat(follower.now().named(EntryKind.READER, "els")).isEmpty();
        assertThat(follower.now().named(EntryKind.METER, "els")).contains(entry("push"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "meter/broken | garbage                                                    | not JSON",
                "meter/broken | {\"schema\":99,\"version\":1,\"settings\":{},\"keys\":[]}  | schema number is 99",
                "meter/broken | {\"schema\":1,\"version\":1,\"settings\":{},\"keys\":[{}]} | 64 hex digits",
            })
    void a_broken_record_leaves_its_meter_as_it_was_and_the_others_too(String key, String value, String why)
            throws Exception {
        writer().change(now -> new RegistryChange<>(
                Map.of("meter/broken", Optional.of(entry("push")), "meter/beside", Optional.of(entry("push"))), null));

        put(key, value);
        writer().change(now -> RegistryChange.put("beside", entry("tcp://h:1"), null));

        RegistryFollower later = followed(new LinkedBlockingQueue<>());
        for (Registry registry : List.of(follower.now(), later.now())) {
            assertThat(registry.named(EntryKind.METER, "broken")).contains(entry("push"));
            assertThat(registry.named(EntryKind.METER, "beside")).contains(entry("tcp://h:1"));
            assertThat(registry.broken().get(key)).contains(why);
        }

        writer().change(now -> RegistryChange.put("broken", entry("push"), null));

        assertThat(follower.now().broken()).doesNotContainKey(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "{\"schema\":99}"})
    void a_broken_record_leaves_nothing_of_its_reader_until_a_good_one_follows(String value) throws Exception {
        ReaderEntry eva = ReaderEntry.first(
                new ReaderEntry.Opens(false, Set.of("home"), Set.of()), KeptKey.from("key", Instant.now()));
        writer().change(now -> RegistryChange.put("eva", eva, null));

        put("reader/eva", value);
        writer().change(now -> RegistryChange.put("beside", entry("push"), null));
        assertThat(follower.now().named(EntryKind.READER, "eva")).isEmpty();
        assertThat(follower.now().broken()).containsKey("reader/eva");

        writer().change(now -> RegistryChange.put("eva", eva, null));
        assertThat(follower.now().named(EntryKind.READER, "eva")).contains(eva);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage",
                "{\"schema\":99}",
                "{\"schema\":1,\"version\":2,\"members\":[\"anna\"],\"key\":\"newer\"}"
            })
    void a_broken_record_leaves_nothing_of_its_group_until_it_is_mended_or_removed(String value) throws Exception {
        GroupEntry street = new GroupEntry(1, SharingKey.of("relative", List.of("anna", "bert"), Map.of()));
        writer().change(now -> RegistryChange.put("street", street, null));
        assertThat(follower.now().of(EntryKind.GROUP)).containsEntry("street", street);

        put("group/street", value);
        writer().change(now -> RegistryChange.put("beside", entry("push"), null));
        assertThat(follower.now().named(EntryKind.GROUP, "street")).isEmpty();
        assertThat(follower.now().broken()).containsKey("group/street");
        assertThat(followed(new LinkedBlockingQueue<>()).now()).isEqualTo(follower.now());

        writer().change(now -> RegistryChange.remove(EntryKind.GROUP, "street", null));
        assertThat(follower.now().broken()).doesNotContainKey("group/street");
    }

    @ParameterizedTest
    @CsvSource({"home", "meter/NOT/A/METER", "reader/Els", "group/a street", "''"})
    void a_record_with_the_key_of_nothing_is_told_and_can_be_taken_away(String key) throws Exception {
        put(key, "{\"schema\":1,\"version\":1,\"settings\":{},\"keys\":[]}");
        writer().change(now -> RegistryChange.put("beside", entry("push"), null));
        assertThat(follower.now().broken().get(key)).contains("its key is not meter/");

        put(key, null);
        writer().change(now -> RegistryChange.put("beside", entry("tcp://h:1"), null));
        assertThat(follower.now().broken()).doesNotContainKey(key);
    }

    @Test
    void records_of_other_kinds_are_somebody_elses() throws Exception {
        put("panel/kitchen", "anything");
        writer().change(now -> RegistryChange.put("beside", entry("push"), null));

        assertThat(follower.now().broken()).doesNotContainKey("panel/kitchen");
    }

    @Test
    void a_copy_has_what_is_there_and_never_goes_over_what_a_kafka_has() throws Exception {
        writer().change(now -> RegistryChange.put("copied", entry("push"), null));
        RegistryCopy copy = RegistryCopy.of(RegistryCopy.of(KAFKA).bytes());
        assertThat(copy.has("copied")).isTrue();
        assertThat(copy.has("never")).isFalse();
        RegistryWriter writer = writer();
        writer.change(now -> RegistryChange.remove(EntryKind.METER, "copied", null));
        writer.change(now -> RegistryChange.put("later", entry("push"), null));

        assertThat(copy.putBack(KAFKA)).contains("meter/copied");

        assertThat(RegistryCopy.of(KAFKA).has("copied")).isFalse();
        String said = writer.change(now -> RegistryChange.put("after", entry("push"), "it goes on"));
        assertThat(said).isEqualTo("it goes on");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{}",
                "7",
                "[7]",
                "[{\"key\":\"meter/a\"}]",
                "[{\"key\":\"meter/a\",\"value\":\"%\"}]",
                "[{\"value\":\"AA==\"}]"
            })
    void what_is_no_copy_is_told(String bytes) {
        assertThatThrownBy(() -> RegistryCopy.of(bytes.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(BrokenEntryException.class);
    }

    private static MeterEntry entry(String source) {
        return MeterEntry.first(Map.of("source", source), Optional.empty());
    }

    private RegistryWriter writer() {
        RegistryWriter one = new RegistryWriter(KAFKA, follower);
        writers.add(one);
        return one;
    }

    private RegistryFollower followed(LinkedBlockingQueue<Registry> heard) throws InterruptedException {
        RegistryFollower one = new RegistryFollower(KAFKA, heard::add);
        synchronized (open) {
            open.add(one);
        }
        one.start();
        assertThat(one.awaitTold(0, PATIENCE)).isTrue();
        assertThat(one.isWhole()).isTrue();
        return one;
    }

    private static void await(LinkedBlockingQueue<Registry> heard, java.util.function.Predicate<Registry> wanted)
            throws InterruptedException {
        for (Registry one = heard.poll(1, TimeUnit.MINUTES); ; one = heard.poll(1, TimeUnit.MINUTES)) {
            assertThat(one).isNotNull();
            if (wanted.test(one)) {
                return;
            }
        }
    }

    private static void put(String key, String value) throws Exception {
        try (KafkaProducer<String, byte[]> producer = producer(KAFKA)) {
            byte[] bytes = value == null ? null : value.getBytes(StandardCharsets.UTF_8);
            producer.send(new ProducerRecord<>(Topics.REGISTRY, 0, key, bytes)).get(1, TimeUnit.MINUTES);
        }
    }

    private static KafkaProducer<String, byte[]> producer(Map<String, Object> settings) {
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }
}
