package energy.sem.bridge.live;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

import jakarta.inject.Singleton;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import energy.sem.base.LogLimit;
import energy.sem.event.EventReader;
import energy.sem.event.Topics;

/**
 * Reads telegrams from Kafka, beginning some minutes back so that each meter's newest reading is known at once, without a
 * group and without committing anything. Topics or a broker that are not there yet are waited for.
 */
@Singleton
public class TelegramFollower implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(TelegramFollower.class);

    /** The second has what {@code publish-every} leaves out of the first; the third says which meters there are. */
    private static final List<String> TOPICS = List.of(Topics.TELEGRAMS, Topics.LIVE, Topics.METERS);

    private static final Duration POLL = Duration.ofMillis(500);
    /** So long it may have been away and still hear which meters were removed meanwhile. */
    private static final Duration REPORTS = Duration.ofHours(1);

    private static final Duration LOOK_FOR_TOPICS = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** News wait no longer for the end of all partitions: one of them may have no leader. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    /** Several looks for topics, each of which has its time. */
    private static final Duration ANSWER_HOLDS = Duration.ofSeconds(30);

    private final LiveMeters meters;
    private final ConfiguredMeters configured;
    private final Clock clock;
    private final String bootstrapServers;
    private final LogLimit complaints;
    private final EventReader reader = new EventReader();
    private final Set<TopicPartition> assigned = new HashSet<>();
    /** When news began to wait; 0 while none do. */
    private long waitingSinceNanos;

    /** 0 for never. */
    private volatile long answeredNanos;

    private volatile boolean closed;
    private volatile Consumer<String, byte[]> consumer;
    private Thread thread;

    TelegramFollower(
            LiveMeters meters,
            ConfiguredMeters configured,
            Clock clock,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.meters = meters;
        this.configured = configured;
        this.clock = clock;
        this.bootstrapServers = bootstrapServers;
        complaints = new LogLimit(clock);
    }

    /** Begins to read, once however often it is called. */
    public synchronized void open() {
        if (thread == null && !closed) {
            thread = new Thread(this::follow, "telegrams");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Whether anybody wants telegrams. */
    synchronized boolean isOpen() {
        return thread != null && !closed;
    }

    /** Whether Kafka has answered within the last half minute. */
    boolean isAnswered() {
        long answered = answeredNanos;
        return answered != 0 && System.nanoTime() - answered < ANSWER_HOLDS.toNanos();
    }

    @Override
    public synchronized void close() {
        closed = true;
        Consumer<String, byte[]> known = consumer;
        if (known != null) {
            known.wakeup();
        }
    }

    /**
     * Kafka's client cannot be made while no nameserver knows a broker, as after a power cut, when the nameserver is not there
     * yet: it is made again and again until it can.
     */
    private void follow() {
        while (!closed) {
            try (Consumer<String, byte[]> made = newConsumer()) {
                consumer = made;
                assigned.clear();
                follow(made);
            } catch (InterruptException | WakeupException e) {
                LOG.debug("stops reading telegrams");
                return;
            } catch (RuntimeException e) {
                complaints.warn(
                        LOG,
                        "client",
                        () -> "Kafka at " + bootstrapServers
                                + " (kafka.bootstrap.servers) cannot be read, and is tried on: " + withCause(e));
                pause();
            }
        }
    }

    private void follow(Consumer<String, byte[]> made) {
        long lookedNanos = System.nanoTime() - LOOK_FOR_TOPICS.toNanos();
        while (!closed) {
            if (System.nanoTime() - lookedNanos >= LOOK_FOR_TOPICS.toNanos() || assigned.isEmpty()) {
                lookForPartitions(made);
                lookedNanos = System.nanoTime();
            }
            read(made);
        }
    }

    private static String withCause(RuntimeException e) {
        return e.getCause() == null
                ? e.getMessage()
                : e.getMessage() + " (" + e.getCause().getMessage() + ")";
    }

    private void read(Consumer<String, byte[]> consumer) {
        try {
            if (assigned.isEmpty()) {
                pause();
            } else {
                consumer.poll(POLL).forEach(this::take);
                tellAtEnd(consumer);
            }
        } catch (InterruptException | WakeupException e) {
            throw e;
        } catch (KafkaException e) {
            complaints.warn(LOG, "poll", () -> "telegrams cannot be read from Kafka: " + e.getMessage());
            pause();
        }
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        byte[] value = record.value();
        if (record.topic().equals(Topics.METERS)) {
            takeReport(record);
            return;
        }
        if (value == null) {
            return;
        }
        try {
            meters.offer(reader.read(value));
        } catch (IOException e) {
            complaints.warn(LOG, "event", () -> "an event that cannot be read is passed over: " + e.getMessage());
        } catch (RuntimeException e) {
            complaints.warn(LOG, "listener", () -> "a reading was not passed on: " + e);
        }
    }

    private void takeReport(ConsumerRecord<String, byte[]> record) {
        String meter = record.key();
        if (meter == null) {
            return;
        }
        Instant at = Instant.ofEpochMilli(record.timestamp());
        if (record.value() == null) {
            configured.removed(meter);
            meters.forget(meter, at);
        } else if (at.isBefore(clock.instant().minus(MeterState.YOUNG))) {
            configured.wasReported(meter);
        } else {
            configured.reported(meter);
        }
    }

    /** What lies behind the newest reading of a meter is a past: it is not told while there is more to read. */
    private void tellAtEnd(Consumer<String, byte[]> consumer) {
        if (!meters.hasNews()) {
            waitingSinceNanos = 0;
            return;
        }
        long now = System.nanoTime();
        if (waitingSinceNanos == 0) {
            waitingSinceNanos = now;
        }
        boolean atEnd =
                assigned.stream().allMatch(each -> consumer.currentLag(each).orElse(1) == 0);
        if (!atEnd && now - waitingSinceNanos < LONGEST_WAIT.toNanos()) {
            return;
        }
        waitingSinceNanos = 0;
        try {
            meters.tell();
        } catch (RuntimeException e) {
            complaints.warn(LOG, "listener", () -> "a reading was not passed on: " + e);
        }
    }

    private void lookForPartitions(Consumer<String, byte[]> consumer) {
        try {
            List<TopicPartition> there = new ArrayList<>();
            for (String topic : TOPICS) {
                List<PartitionInfo> partitions = consumer.partitionsFor(topic, PATIENCE);
                if (partitions != null) {
                    partitions.forEach(each -> there.add(new TopicPartition(each.topic(), each.partition())));
                }
            }
            there.removeAll(assigned);
            if (!there.isEmpty()) {
                assign(consumer, there);
            } else if (!assigned.isEmpty()) {
                // What the client knows of topics it says without asking, so this is what shows whether Kafka is there.
                var unused = consumer.endOffsets(List.of(assigned.iterator().next()), PATIENCE);
            }
            answeredNanos = System.nanoTime();
        } catch (InterruptException | WakeupException e) {
            throw e;
        } catch (KafkaException e) {
            complaints.warn(
                    LOG,
                    "topics",
                    () -> "Kafka at " + bootstrapServers + " does not answer: is it there? (" + e.getMessage() + ")");
        }
    }

    /**
     * From some minutes back, or the end where nothing is so young; partitions that were read before go on where they were. Of
     * reports somewhat more: a meter may have been removed while nobody read.
     */
    private void assign(Consumer<String, byte[]> consumer, Collection<TopicPartition> added) {
        Instant now = clock.instant();
        Map<TopicPartition, Long> times = new HashMap<>();
        added.forEach(each -> times.put(
                each,
                now.minus(each.topic().equals(Topics.METERS) ? REPORTS : MeterState.YOUNG)
                        .toEpochMilli()));
        Map<TopicPartition, OffsetAndTimestamp> offsets = consumer.offsetsForTimes(times, PATIENCE);
        Map<TopicPartition, Long> ends = consumer.endOffsets(added, PATIENCE);
        Set<TopicPartition> all = new HashSet<>(assigned);
        all.addAll(added);
        consumer.assign(all);
        added.forEach(each -> {
            OffsetAndTimestamp offset = offsets.get(each);
            consumer.seek(each, offset == null ? ends.get(each) : offset.offset());
        });
        assigned.addAll(added);
    }

    private static void pause() {
        try {
            Thread.sleep(POLL.toMillis());
        } catch (InterruptedException e) {
            // It sets the thread's flag again.
            throw new InterruptException(e);
        }
    }

    private Consumer<String, byte[]> newConsumer() {
        Properties settings = new Properties();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "sem-home-bridge");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // A broker that has lost its records goes on with new ones.
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 10_000);
        settings.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
