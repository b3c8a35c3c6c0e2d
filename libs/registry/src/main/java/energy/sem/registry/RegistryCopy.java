package energy.sem.registry;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

import energy.sem.event.Topics;

/**
 * All records of the registry at one moment, byte for byte, also those of other kinds and those that are broken: for a backup.
 * Immutable.
 */
public final class RegistryCopy {
    private static final TopicPartition PARTITION = new TopicPartition(Topics.REGISTRY, 0);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int ANSWER_MILLIS = 10_000;
    private static final int PAUSE_MILLIS = 100;
    private static final JsonMapper JSON = new JsonMapper();

    private final SortedMap<String, byte[]> records;

    private RegistryCopy(SortedMap<String, byte[]> records) {
        this.records = records;
    }

    /**
     * That of a Kafka; one without any record where nothing was ever administered.
     *
     * @param kafka how Kafka's client reaches it
     */
    public static RegistryCopy of(Map<String, Object> kafka) throws RegistryAwayException {
        Map<String, Object> settings = RegistryFollower.settings(kafka);
        // Nothing is waited for: it ends where the topic does.
        settings.remove("fetch.max.wait.ms");
        try {
            // Here too: a name that nobody knows is a Kafka that is away.
            return read(new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer()));
        } catch (KafkaException e) {
            throw new RegistryAwayException("Kafka does not answer", e);
        }
    }

    private static RegistryCopy read(KafkaConsumer<String, byte[]> consumer) throws RegistryAwayException {
        try {
            return new RegistryCopy(records(consumer));
        } finally {
            consumer.close(CloseOptions.timeout(Duration.ZERO));
        }
    }

    private static SortedMap<String, byte[]> records(KafkaConsumer<String, byte[]> consumer)
            throws RegistryAwayException {
        SortedMap<String, byte[]> records = new TreeMap<>();
        if (consumer.partitionsFor(Topics.REGISTRY).isEmpty()) {
            return records;
        }
        consumer.assign(List.of(PARTITION));
        consumer.seekToBeginning(List.of(PARTITION));
        long end = consumer.endOffsets(List.of(PARTITION)).get(PARTITION);
        long start = System.nanoTime();
        while (consumer.position(PARTITION) < end) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                if (record.key() != null && record.value() != null) {
                    records.put(record.key(), record.value());
                } else if (record.key() != null) {
                    records.remove(record.key());
                }
            }
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new RegistryAwayException("it could not be read to its end", null);
            }
        }
        return records;
    }

    /**
     * One that was {@linkplain #bytes() written}.
     *
     * @throws BrokenEntryException when the bytes are none
     */
    public static RegistryCopy of(byte[] bytes) throws BrokenEntryException {
        try {
            JsonNode all = JSON.readTree(bytes);
            SortedMap<String, byte[]> records = new TreeMap<>();
            for (JsonNode one : all) {
                byte[] value = one.path("value").binaryValue();
                if (!one.path("key").isTextual() || value == null) {
                    throw new BrokenEntryException("it has a record without key or value");
                }
                records.put(one.path("key").asText(), value);
            }
            if (!all.isArray()) {
                throw new BrokenEntryException("it is no list of records");
            }
            return new RegistryCopy(records);
        } catch (IOException e) {
            throw new BrokenEntryException("it is no list of records", e);
        }
    }

    /** It as bytes: a JSON list of keys, and values in Base64. */
    public byte[] bytes() {
        ArrayNode all = JSON.createArrayNode();
        records.forEach((key, value) -> all.addObject().put("key", key).put("value", value));
        try {
            return JSON.writeValueAsBytes(all);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts becomes JSON", e);
        }
    }

    /** How many records it has. */
    public int size() {
        return records.size();
    }

    /** Whether it has an entry of this meter, readable or not. */
    public boolean has(String meter) {
        return records.containsKey(EntryKind.METER.key(meter));
    }

    /** The names of those of a kind of which it has an entry, readable or not. */
    public SortedSet<String> names(EntryKind<?> kind) {
        return records.keySet().stream()
                .flatMap(key -> kind.name(key).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The same without these meters. */
    public RegistryCopy without(Set<String> meters) {
        SortedMap<String, byte[]> left = new TreeMap<>(records);
        meters.forEach(meter -> left.remove(EntryKind.METER.key(meter)));
        return new RegistryCopy(left);
    }

    /**
     * Puts all of it on a Kafka whose registry is empty, in one step. One that has anything stays as it is: it is later than the
     * copy, and keys that were rotated since must go on to open.
     *
     * @return what was not put back because of that and is not there: the records' keys
     */
    public SortedSet<String> putBack(Map<String, Object> kafka) throws RegistryAwayException, InterruptedException {
        if (records.isEmpty()) {
            return new TreeSet<>();
        }
        makeTopic(kafka);
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                RegistryWriter.producerSettings(kafka), new StringSerializer(), new ByteArraySerializer())) {
            // Whoever else is writing has ended with this, one way or the other.
            producer.initTransactions();
            SortedMap<String, byte[]> there = of(kafka).records;
            if (there.isEmpty()) {
                producer.beginTransaction();
                records.forEach((key, value) -> {
                    // What fails, fails the commit.
                    var unused = producer.send(new ProducerRecord<>(Topics.REGISTRY, 0, key, value));
                });
                producer.commitTransaction();
                awaitThere(kafka);
                return new TreeSet<>();
            }
            SortedSet<String> missing = new TreeSet<>(records.keySet());
            missing.removeAll(there.keySet());
            return missing;
        } catch (KafkaException e) {
            throw new RegistryAwayException("Kafka does not take it: " + e.getMessage(), e);
        }
    }

    // Kafka says that it is committed a moment before anybody can read it.
    private void awaitThere(Map<String, Object> kafka) throws RegistryAwayException, InterruptedException {
        long start = System.nanoTime();
        while (!of(kafka).records.keySet().containsAll(records.keySet())) {
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new RegistryAwayException("it was written, and could not be read back", null);
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }

    private static void makeTopic(Map<String, Object> kafka) throws RegistryAwayException, InterruptedException {
        try (Admin admin = Admin.create(new HashMap<>(kafka))) {
            Set<String> there = admin.listTopics().names().get(ANSWER_MILLIS, TimeUnit.MILLISECONDS);
            if (!there.contains(Topics.REGISTRY)) {
                int brokers = admin.describeCluster()
                        .nodes()
                        .get(ANSWER_MILLIS, TimeUnit.MILLISECONDS)
                        .size();
                admin.createTopics(List.of(RegistryTopic.of(brokers))).all().get(ANSWER_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new RegistryAwayException("Kafka does not answer", e);
            }
        }
    }
}
