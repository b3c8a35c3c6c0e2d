package energy.sem.gateway.share;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import io.smallrye.common.annotation.Identifier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import energy.sem.event.Topics;
import energy.sem.gateway.meter.Meter;
import energy.sem.gateway.publish.TopicCreation;

/**
 * Which meters this gateway reads, where several share them: those whose name's partition of {@code sem.sources} Kafka has given
 * to it. What another one is to have is given up before that one hears of it. While Kafka is away all stays as it is. Without
 * {@code sem.share-sources-as} all meters are this gateway's, and Kafka is not asked. Thread-safe.
 */
@Singleton
public class SourceShare {
    private static final Logger LOG = Logger.getLogger(SourceShare.class);
    private static final String GROUP = "sem-sources";

    // A killed gateway is missed after this, and the others hear of it with their next heartbeat: 10 s in all.
    private static final int SESSION_MILLIS = 8_000;
    private static final int HEARTBEAT_MILLIS = 2_000;

    // Who gives up sources needs some seconds; who hangs must not keep the others waiting.
    private static final int POLL_WITHIN_MILLIS = 30_000;

    private static final int ANSWER_MILLIS = 5_000;
    private static final int METADATA_MILLIS = 60_000;
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration LEAVE = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LONG_PATIENCE = PATIENCE.plusMinutes(2);
    private static final int PAUSE_MILLIS = 250;
    // With the consumer's close and a heartbeat well within the session: a fault that passes moves nothing.
    private static final int PAUSE_AFTER_FAULT_MILLIS = 1_000;
    private static final Duration FAULT_IS_OVER = Duration.ofMinutes(1);
    private static final int STOP_MILLIS = 4_000;

    private final Optional<String> name;
    private final RememberedShare remembered;
    private final Map<String, Object> kafka;
    private final TopicCreation topics;
    private final Thread thread = new Thread(this::run, "shared-sources");
    private volatile long sinceNanos;
    private volatile Share share = Share.NONE;
    private volatile boolean known;
    private volatile boolean closed;
    private volatile KafkaConsumer<byte[], byte[]> asking;
    private Runnable changed = () -> {};
    // Those below are the thread's own.
    private Optional<Share> before = Optional.empty();
    private Share given = Share.NONE;
    private boolean heard;
    private int partitions = TopicCreation.SHARES;
    private String complained;
    private long complainedNanos;

    SourceShare(
            @ConfigProperty(name = "sem.share-sources-as") Optional<String> name,
            @ConfigProperty(name = "sem.backlog.folder", defaultValue = ".sem/backlog") Path folder,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            TopicCreation topics) {
        this.name = name;
        this.remembered = new RememberedShare(folder);
        this.kafka = new HashMap<>(kafka);
        this.topics = topics;
        if (name.isEmpty()) {
            share = Share.ALL;
            known = true;
        }
    }

    /**
     * Begins to ask where sources are shared.
     *
     * @param changed is run on one thread whenever {@link #has} may answer otherwise, and has followed when it returns: what
     *     no longer is this gateway's is no longer read
     */
    public void start(Runnable changed) {
        this.changed = changed;
        this.sinceNanos = System.nanoTime();
        name.ifPresent(as -> {
            settings(as);
            before = remembered.read();
            thread.setDaemon(true);
            thread.start();
        });
    }

    /** Whether this gateway reads the meter. One that cannot be shared is read by each gateway that has it. */
    public boolean has(Meter meter) {
        return !meter.isShareable() || share.has(meter.name());
    }

    /** Whether another gateway reads the meter when this one does not. */
    public boolean isShared(Meter meter) {
        return name.isPresent() && meter.isShareable();
    }

    /** Whether it is known by now who reads which meter. */
    public boolean isKnown() {
        return known;
    }

    /** Leaves: the others have this gateway's meters at once. What is read has ended before. */
    public void close() {
        closed = true;
        KafkaConsumer<byte[], byte[]> consumer = asking;
        if (consumer != null) {
            consumer.wakeup();
        }
        try {
            thread.join(STOP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // The classic protocol: in the other one the session is the broker's, 45 s at least
    // (docs/decisions/shared-sources.md).
    private void settings(String as) {
        kafka.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
        kafka.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, as);
        kafka.put(ConsumerConfig.CLIENT_ID_CONFIG, GROUP + "-" + as);
        kafka.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "classic");
        // What does not move goes on without a gap.
        kafka.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        kafka.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MILLIS);
        kafka.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, HEARTBEAT_MILLIS);
        kafka.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, POLL_WITHIN_MILLIS);
        kafka.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
        kafka.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, METADATA_MILLIS);
        kafka.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        kafka.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        kafka.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
    }

    private void run() {
        try {
            while (!closed) {
                try {
                    awaitTopic();
                    follow();
                } catch (WakeupException | InterruptException e) {
                    LOG.debug("closed", e);
                } catch (FencedInstanceIdException e) {
                    complain("another gateway shares sources as " + name.orElseThrow()
                            + ": give each its own sem.share-sources-as");
                    TimeUnit.MILLISECONDS.sleep(PAUSE_AFTER_FAULT_MILLIS);
                } catch (RuntimeException e) {
                    complain("Kafka does not say who reads which meter, trying on: " + e.getMessage());
                    TimeUnit.MILLISECONDS.sleep(PAUSE_AFTER_FAULT_MILLIS);
                }
                despairIfDue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // A broker would make one by its own defaults.
    private void awaitTopic() throws InterruptedException {
        while (!closed && !topics.readyToShare()) {
            despairIfDue();
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }

    private void follow() {
        KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(kafka, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        asking = consumer;
        Moves moves = new Moves(consumer);
        try {
            consumer.subscribe(List.of(Topics.SOURCES), moves);
            while (!closed) {
                var unused = consumer.poll(POLL);
                despairIfDue();
            }
        } finally {
            asking = null;
            // After a fault all stays as it is; only who ends leaves.
            moves.over = !closed;
            consumer.close(CloseOptions.timeout(LEAVE)
                    .withGroupMembershipOperation(
                            closed
                                    ? CloseOptions.GroupMembershipOperation.LEAVE_GROUP
                                    : CloseOptions.GroupMembershipOperation.REMAIN_IN_GROUP));
        }
    }

    private void despairIfDue() {
        if (heard || closed) {
            return;
        }
        unheard(Duration.ofNanos(System.nanoTime() - sinceNanos), before)
                .filter(now -> !known || !now.equals(share))
                .ifPresent(now -> {
                    LOG.warnf(
                            "Kafka does not say yet who reads which meter: until it does this gateway reads %s",
                            now.equals(Share.ALL) ? "all of them" : "those of before its start");
                    become(now);
                });
    }

    /**
     * What a gateway reads that has not heard from Kafka since it started; empty while it may hear yet. That of before, for the
     * others may be there as well; all of them where Kafka stays away, for the others may be not. Then a meter is perhaps read
     * twice, which is one reading all the same, as device and time are its key.
     *
     * @param before what it read before it started, if it knows
     */
    static Optional<Share> unheard(Duration waited, Optional<Share> before) {
        if (waited.compareTo(PATIENCE) < 0) {
            return Optional.empty();
        }
        return Optional.of(waited.compareTo(LONG_PATIENCE) < 0 ? before.orElse(Share.ALL) : Share.ALL);
    }

    private void become(Share now) {
        known = true;
        share = now;
        try {
            changed.run();
        } catch (RuntimeException e) {
            LOG.error("which meters this gateway reads has changed, and not all of it could be followed", e);
        }
    }

    // Once, however often it comes again, until there was none for a while.
    private void complain(String words) {
        long now = System.nanoTime();
        if (!words.equals(complained) || now - complainedNanos > FAULT_IS_OVER.toNanos()) {
            LOG.warn(words);
        }
        complained = words;
        complainedNanos = now;
    }

    /** Hears what is this gateway's from now on; on the thread that polls. */
    private final class Moves implements ConsumerRebalanceListener {
        private final KafkaConsumer<byte[], byte[]> consumer;
        private boolean over;

        Moves(KafkaConsumer<byte[], byte[]> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> gone) {
            if (!over && !gone.isEmpty()) {
                become(share.without(numbers(gone)));
            }
        }

        // Kafka was away, or this gateway: until it hears what is its own it goes on.
        @Override
        public void onPartitionsLost(Collection<TopicPartition> lost) {
            LOG.debugf("%s are another gateway's by now, perhaps", lost);
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> fresh) {
            Set<TopicPartition> mine = consumer.assignment();
            // Nothing ever comes.
            consumer.pause(mine);
            countPartitions();
            if (partitions == 0) {
                complain("Kafka has no topic " + Topics.SOURCES
                        + " any longer: this gateway goes on reading what it read;"
                        + " it is made when a gateway starts");
                return;
            }
            Share now = new Share(partitions, numbers(mine));
            heard = true;
            if (!now.equals(share) || !known) {
                become(now);
            }
            if (!now.equals(given)) {
                given = now;
                LOG.infof("this gateway reads %d of %d parts of the shared meters", mine.size(), partitions);
                remembered.keep(now);
            }
        }

        // The consumer knows it as a rule. Where it has to ask and hears nothing, what was known before holds: out of
        // here
        // nothing may be thrown, or the gateway had its share and did not read it.
        private void countPartitions() {
            try {
                List<PartitionInfo> all = consumer.partitionsFor(Topics.SOURCES);
                partitions = all == null ? 0 : all.size();
            } catch (WakeupException | InterruptException e) {
                throw e;
            } catch (KafkaException e) {
                LOG.debugf(e, "Kafka does not say how many partitions %s has", Topics.SOURCES);
            }
        }

        private static Set<Integer> numbers(Collection<TopicPartition> partitions) {
            return partitions.stream().map(TopicPartition::partition).collect(Collectors.toSet());
        }
    }
}
