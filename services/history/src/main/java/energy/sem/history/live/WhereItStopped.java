package energy.sem.history.live;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * How far the telegrams have been heard. No offset is committed, so a broker that comes back and has forgotten its
 * consumers would begin at the end again: what was published meanwhile, a meter's newest reading among it, would be missed
 * until its next one. This goes on where it stopped. Thread-safe.
 */
@ApplicationScoped
@Identifier("where-it-stopped") public class WhereItStopped implements KafkaConsumerRebalanceListener {
    private static final Logger LOG = Logger.getLogger(WhereItStopped.class);

    private final Map<TopicPartition, Long> next = new ConcurrentHashMap<>();

    /** Remembers that this record has been heard. */
    void heard(ConsumerRecord<?, ?> record) {
        next.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
    }

    /** Goes on after the last record heard; where nothing was heard yet, from the end at the first assignment on. */
    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        try {
            if (!next.keySet().containsAll(partitions)) {
                consumer.endOffsets(partitions).forEach(next::putIfAbsent);
            }
            for (TopicPartition each : partitions) {
                consumer.seek(each, next.get(each));
            }
        } catch (KafkaException e) {
            LOG.warnf("telegrams are heard from now on; any before may be missing: %s", e.getMessage());
        }
    }
}
