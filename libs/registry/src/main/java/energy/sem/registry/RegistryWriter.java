package energy.sem.registry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

import energy.sem.event.Topics;

/**
 * Changes the registry, whoever else does: all writers have one transactional id, so that whoever begins ends what another has
 * under way. What is decided on is read to its end, and what is decided is written only if nobody has begun since; else it is
 * decided anew. Nothing is half written. Thread-safe.
 */
public final class RegistryWriter implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(RegistryWriter.class.getName());
    private static final TopicPartition PARTITION = new TopicPartition(Topics.REGISTRY, 0);
    private static final String ONE_WRITER = "sem-registry";
    private static final int ANSWER_MILLIS = 5_000;
    private static final int WHOLE_MILLIS = 10_000;
    private static final int MANY_MILLIS = 60_000;
    private static final int LINGER_MILLIS = 100;
    private static final int BATCH_BYTES = 128 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long BUFFER_BYTES = 8L << 20;
    private static final int ATTEMPTS = 20;
    private static final int PAUSE_MILLIS = 200;

    private final Map<String, Object> kafka;
    private final RegistryFollower follower;
    // Guarded by this.
    private Admin admin;
    private KafkaProducer<String, byte[]> producer;

    /**
     * @param kafka how Kafka's client reaches it
     * @param follower of the same Kafka; when a change is done, its listener has been told
     */
    public RegistryWriter(Map<String, Object> kafka, RegistryFollower follower) {
        this.kafka = new HashMap<>(kafka);
        this.follower = follower;
    }

    /**
     * Changes the registry as it is when nobody else changes it.
     *
     * @param decide what becomes of it; what it throws is thrown, and nothing is changed. Asked again when another writer was
     *     faster
     * @return the change's answer
     */
    public synchronized <T> T change(Function<Registry, RegistryChange<T>> decide)
            throws RegistryAwayException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(decide);
            } catch (ProducerFencedException | InvalidProducerEpochException e) {
                if (attempt == ATTEMPTS) {
                    throw new RegistryAwayException("others change the registry all the time; nothing was changed", e);
                }
                TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(PAUSE_MILLIS));
            }
        }
    }

    private <T> T once(Function<Registry, RegistryChange<T>> decide)
            throws RegistryAwayException, InterruptedException {
        boolean done = false;
        try {
            begin();
            RegistryChange<T> change = decide.apply(follower.now());
            if (!change.entries().isEmpty()) {
                write(change);
            }
            done = true;
            return change.answer();
        } finally {
            if (!done) {
                close();
            }
        }
    }

    private void write(RegistryChange<?> change) throws RegistryAwayException, InterruptedException {
        long last = send(producer, change);
        try {
            producer.commitTransaction();
        } catch (KafkaException e) {
            LOG.log(System.Logger.Level.DEBUG, "committed or not", e);
            findOut(change, e);
            return;
        }
        if (!follower.awaitTold(last + 1, PATIENCE)) {
            throw new RegistryAwayException(
                    "it was written, and not read back yet: look at the registry before you do it again", null);
        }
    }

    // Beginning anew ends what is under way, the one way or the other; then the topic says which. No two entries are
    // the same.
    private void findOut(RegistryChange<?> change, KafkaException failure)
            throws RegistryAwayException, InterruptedException {
        close();
        try {
            begin();
        } catch (RegistryAwayException | ProducerFencedException | InvalidProducerEpochException e) {
            failure.addSuppressed(e);
            throw new RegistryAwayException(
                    "Kafka did not say whether it was written: look at the registry, and do it again if it was not",
                    failure);
        }
        if (!isThere(change, follower.now())) {
            throw new ProducerFencedException("nothing was written");
        }
    }

    /** Whether a registry is as after a change. One of which there is but a broken record is there until that is gone. */
    static boolean isThere(RegistryChange<?> change, Registry now) {
        return change.entries().entrySet().stream()
                .allMatch(one -> now.at(one.getKey()).equals(one.getValue())
                        && (one.getValue().isPresent() || !now.broken().containsKey(one.getKey())));
    }

    // A producer that is still there need not begin anew: had another writer begun since, what it writes would be
    // refused.
    private void begin() throws RegistryAwayException, InterruptedException {
        try {
            if (producer == null) {
                admin = Admin.create(adminSettings());
                producer =
                        new KafkaProducer<>(producerSettings(kafka), new StringSerializer(), new ByteArraySerializer());
                producer.initTransactions();
            }
            if (!follower.awaitTold(end(), PATIENCE)) {
                throw new RegistryAwayException("the registry could not be read to its end; nothing was changed", null);
            }
        } catch (ProducerFencedException | InvalidProducerEpochException e) {
            throw e;
        } catch (KafkaException | ExecutionException | TimeoutException e) {
            throw new RegistryAwayException("Kafka does not answer; nothing was changed", e);
        }
    }

    // Of what is committed: behind it nothing can be, for a transaction that was under way has ended.
    private long end() throws ExecutionException, InterruptedException, TimeoutException {
        return admin.listOffsets(
                        Map.of(PARTITION, OffsetSpec.latest()), new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .partitionResult(PARTITION)
                .get(ANSWER_MILLIS, TimeUnit.MILLISECONDS)
                .offset();
    }

    private Map<String, Object> adminSettings() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
        return settings;
    }

    /** Lets Kafka's connections go; the next change makes them anew. */
    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ofMillis(ANSWER_MILLIS));
            producer = null;
        }
        if (admin != null) {
            admin.close(Duration.ofMillis(ANSWER_MILLIS));
            admin = null;
        }
    }

    // Returns the offset of the last record. Whatever goes wrong before the commit, nothing of it counts: it is begun
    // anew, which says whether Kafka is there.
    private static long send(KafkaProducer<String, byte[]> producer, RegistryChange<?> change)
            throws InterruptedException {
        try {
            producer.beginTransaction();
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            change.entries()
                    .forEach((key, entry) -> sent.add(producer.send(new ProducerRecord<>(
                            Topics.REGISTRY,
                            0,
                            key,
                            entry.map(EntryJson::write).orElse(null)))));
            // Ten thousand take a while on an SD card; the commit itself has but max.block.ms.
            producer.flush();
            long last = 0;
            for (Future<RecordMetadata> one : sent) {
                last = Math.max(last, one.get().offset());
            }
            return last;
        } catch (KafkaException | ExecutionException e) {
            LOG.log(System.Logger.Level.DEBUG, "not written", e);
            throw new ProducerFencedException(e.getMessage());
        }
    }

    static Map<String, Object> producerSettings(Map<String, Object> kafka) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, ONE_WRITER);
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, MANY_MILLIS);
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, WHOLE_MILLIS);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
        // Many go together; whoever waits for one flushes it.
        settings.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, MANY_MILLIS / 2);
        return settings;
    }
}
