package energy.sem.cli.backup;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

import energy.sem.cli.StartFailure;
import energy.sem.cli.backup.archive.KafkaPosition;
import energy.sem.event.Topics;

/** How far ingest has read, in Kafka, and how it is sent back. */
final class ConsumerGroup implements AutoCloseable {
    /** As ingest names it. */
    private static final String GROUP = "sem-ingest";

    private static final int PATIENCE_S = 70;

    /** The command in each form of SEM. */
    static final String HOW_TO_STOP = "package: sudo systemctl stop sem-ingest; pod: podman stop sem-ingest; cluster:"
            + " kubectl -n sem scale deploy/ingest --replicas=0";

    private final String bootstrapServers;
    private final Admin admin;

    ConsumerGroup(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        this.admin = Admin.create(Map.of(
                "bootstrap.servers", bootstrapServers, "request.timeout.ms", 30_000, "default.api.timeout.ms", 60_000));
    }

    /**
     * Where ingest has to begin again.
     *
     * @param again how many telegrams it will read that Kafka still has
     * @param lost how many between the backup and what Kafka still has are gone
     * @param fromBeginning whether all that Kafka has is read, since the backup's place in it is not known
     */
    record Rewound(long again, long lost, boolean fromBeginning) {}

    /** How far it has read and committed. */
    KafkaPosition position() throws IOException {
        Map<Integer, Long> offsets = new TreeMap<>();
        get(admin.listConsumerGroupOffsets(GROUP).partitionsToOffsetAndMetadata())
                .forEach((partition, offset) -> {
                    if (partition.topic().equals(Topics.TELEGRAMS) && offset != null) {
                        offsets.put(partition.partition(), offset.offset());
                    }
                });
        return new KafkaPosition(get(admin.describeCluster().clusterId()), offsets);
    }

    /**
     * Makes sure that ingest does not read.
     *
     * @param patience how long it may take to end, or one that was killed to be forgotten
     * @param waiting called once when it has to be waited for
     * @throws StartFailure when it reads
     */
    void requireStopped(Duration patience, Runnable waiting) throws IOException {
        Instant end = Instant.now().plus(patience);
        boolean said = false;
        while (hasMembers()) {
            if (Instant.now().isAfter(end)) {
                throw new StartFailure(
                        "ingest runs and would write while its tables are replaced: stop it and try again" + " ("
                                + HOW_TO_STOP + "). Nothing was changed.");
            }
            if (!said) {
                waiting.run();
                said = true;
            }
            pause();
        }
    }

    private boolean hasMembers() throws IOException {
        try {
            return !get(admin.describeConsumerGroups(Set.of(GROUP)).all())
                    .get(GROUP)
                    .members()
                    .isEmpty();
        } catch (NotThereException e) {
            // It has never read.
            return false;
        }
    }

    private static void pause() throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /**
     * Sends it back to where it was when the backup was made.
     *
     * @param backup where that was; null when it is not known
     */
    Rewound rewind(KafkaPosition backup) throws IOException {
        Set<TopicPartition> partitions = partitions();
        if (partitions.isEmpty()) {
            return new Rewound(0, 0, false);
        }
        boolean same = backup != null
                && backup.clusterId().equals(get(admin.describeCluster().clusterId()));
        Map<TopicPartition, Long> first = offsets(partitions, OffsetSpec.earliest());
        Map<TopicPartition, Long> end = offsets(partitions, OffsetSpec.latest());
        Map<TopicPartition, OffsetAndMetadata> target = new HashMap<>();
        long again = 0;
        long lost = 0;
        for (TopicPartition each : partitions) {
            long then = same ? backup.offsets().getOrDefault(each.partition(), 0L) : 0;
            // Beyond its end: another log than the backup's, in spite of the name.
            long at = then > end.get(each) ? first.get(each) : Math.max(then, first.get(each));
            lost += same && then > 0 ? Math.max(0, first.get(each) - then) : 0;
            again += end.get(each) - at;
            target.put(each, new OffsetAndMetadata(at));
        }
        try {
            get(admin.alterConsumerGroupOffsets(GROUP, target).all());
        } catch (IOException e) {
            requireStopped(Duration.ZERO, () -> {});
            throw e;
        }
        return new Rewound(again, lost, !same);
    }

    private Set<TopicPartition> partitions() throws IOException {
        try {
            return get(admin.describeTopics(Set.of(Topics.TELEGRAMS)).allTopicNames())
                    .get(Topics.TELEGRAMS)
                    .partitions()
                    .stream()
                    .map(each -> new TopicPartition(Topics.TELEGRAMS, each.partition()))
                    .collect(Collectors.toSet());
        } catch (NotThereException e) {
            return Set.of();
        }
    }

    private Map<TopicPartition, Long> offsets(Set<TopicPartition> partitions, OffsetSpec which) throws IOException {
        return get(admin.listOffsets(partitions.stream().collect(Collectors.toMap(each -> each, each -> which)))
                        .all())
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().offset()));
    }

    private <T> T get(KafkaFuture<T> answer) throws IOException {
        try {
            return answer.get(PATIENCE_S, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException
                    || e.getCause() instanceof UnknownTopicOrPartitionException) {
                throw new NotThereException(e);
            }
            throw new IOException(
                    "Kafka at " + bootstrapServers + " says: " + e.getCause().getMessage(), e);
        } catch (TimeoutException e) {
            throw new IOException("Kafka does not answer at " + bootstrapServers, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(2));
    }

    /** Neither the group nor the topic is there yet. */
    private static final class NotThereException extends IOException {
        private static final long serialVersionUID = 1L;

        NotThereException(Throwable cause) {
            super("it is not there yet", cause);
        }
    }
}
