package energy.sem.history.api;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

import energy.sem.event.Topics;
import energy.sem.local.test.TestServices;
import energy.sem.registry.EntryKind;
import energy.sem.registry.GroupEntry;
import energy.sem.registry.KeptKey;
import energy.sem.registry.ReaderEntry;
import energy.sem.registry.RegistryChange;
import energy.sem.registry.RegistryFollower;
import energy.sem.registry.RegistryTopic;
import energy.sem.registry.RegistryWriter;
import energy.sem.sharing.SharingKey;

/** Administers readers and groups as a meter-gateway does, on the Kafka of the tests. Makes the topic, at the first time. */
final class TestRegistry implements AutoCloseable {
    private final Map<String, Object> kafka =
            Map.of("bootstrap.servers", TestServices.get().bootstrapServers());
    private final RegistryFollower follower;
    private final RegistryWriter writer;

    TestRegistry() throws Exception {
        try (Admin admin = Admin.create(kafka)) {
            if (!admin.listTopics().names().get().contains(Topics.REGISTRY)) {
                admin.createTopics(List.of(RegistryTopic.of(1))).all().get();
            }
        }
        follower = new RegistryFollower(kafka, registry -> {});
        follower.start();
        writer = new RegistryWriter(kafka, follower);
    }

    /** Somebody has administered something before: history need not wait whether somebody will. */
    static void written() {
        try (TestRegistry registry = new TestRegistry()) {
            registry.add("before", meters("nowhere"), "of nobody");
            registry.remove("before");
        } catch (Exception e) {
            throw new IllegalStateException("the registry of the tests cannot be written", e);
        }
    }

    static ReaderEntry.Opens meters(String... meters) {
        return new ReaderEntry.Opens(false, Set.of(meters), Set.of());
    }

    void add(String reader, ReaderEntry.Opens opens, String key) throws Exception {
        writer.change(
                now -> RegistryChange.put(reader, ReaderEntry.first(opens, KeptKey.from(key, Instant.now())), null));
    }

    void change(String reader, UnaryOperator<ReaderEntry> change) throws Exception {
        writer.change(now -> RegistryChange.put(
                reader, change.apply(now.named(EntryKind.READER, reader).orElseThrow()), null));
    }

    void rotate(String reader, String key, Duration bothFor) throws Exception {
        change(reader, entry -> entry.rotated(key, Instant.now(), bothFor));
    }

    void remove(String reader) throws Exception {
        remove(EntryKind.READER, reader);
    }

    void remove(EntryKind<?> kind, String name) throws Exception {
        writer.change(now -> RegistryChange.remove(kind, name, null));
    }

    /** Adds a group, or has it be this. */
    void group(String name, String key, Map<String, BigDecimal> shares, String... members) throws Exception {
        writer.change(now -> RegistryChange.put(
                name,
                new GroupEntry(
                        now.named(EntryKind.GROUP, name)
                                        .map(GroupEntry::version)
                                        .orElse(0L)
                                + 1,
                        SharingKey.of(key, List.of(members), shares)),
                null));
    }

    /** Puts a record there that nobody has looked at. */
    void write(String key, String value) throws Exception {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(kafka, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(Topics.REGISTRY, 0, key, value)).get();
        }
    }

    @Override
    public void close() {
        writer.close();
        follower.close();
    }
}
