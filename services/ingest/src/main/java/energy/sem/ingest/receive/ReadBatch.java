package energy.sem.ingest.receive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

import energy.sem.event.EventReader;
import energy.sem.event.TelegramEvent;
import energy.sem.ingest.store.Batch;
import energy.sem.ingest.store.Origin;
import energy.sem.ingest.store.Position;

/**
 * The events of polled records.
 *
 * @param batch their events
 * @param stretches where they are in Kafka
 * @param undecodable the records that hold none
 * @param recordByEvent the record of each event
 */
record ReadBatch(
        Batch batch,
        List<Origin.Stretch> stretches,
        List<Undecodable> undecodable,
        IdentityHashMap<TelegramEvent, ConsumerRecord<String, byte[]>> recordByEvent) {
    private static final byte[] NOTHING = {};

    static ReadBatch of(ConsumerRecords<String, byte[]> records, EventReader reader) {
        Batch batch = new Batch();
        List<Undecodable> undecodable = new ArrayList<>();
        IdentityHashMap<TelegramEvent, ConsumerRecord<String, byte[]>> recordByEvent =
                new IdentityHashMap<>(records.count());
        for (ConsumerRecord<String, byte[]> record : records) {
            try {
                TelegramEvent event = reader.read(record.value() == null ? NOTHING : record.value());
                recordByEvent.put(event, record);
                batch.add(event);
            } catch (IOException e) {
                undecodable.add(new Undecodable(record, e.getMessage()));
            }
        }
        return new ReadBatch(batch, stretches(records), undecodable, recordByEvent);
    }

    private static List<Origin.Stretch> stretches(ConsumerRecords<String, byte[]> records) {
        List<Origin.Stretch> stretches = new ArrayList<>();
        for (TopicPartition partition : records.partitions()) {
            List<ConsumerRecord<String, byte[]>> its = records.records(partition);
            ConsumerRecord<String, byte[]> last = its.get(its.size() - 1);
            Position after = new Position(last.offset() + 1, last.leaderEpoch().orElse(Position.UNKNOWN));
            stretches.add(new Origin.Stretch(partition.partition(), its.get(0).offset(), after));
        }
        return stretches;
    }

    /** The offsets after them, as Kafka is told them. */
    Map<TopicPartition, OffsetAndMetadata> next() {
        Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>();
        stretches.forEach(each -> next.put(Offsets.partition(each.partition()), Offsets.of(each.after())));
        return next;
    }

    /** The record that held an event of this batch. */
    ConsumerRecord<String, byte[]> record(TelegramEvent event) {
        return recordByEvent.get(event);
    }

    /**
     * A record without an event.
     *
     * @param detail why, as a sentence
     */
    record Undecodable(ConsumerRecord<String, byte[]> record, String detail) {}
}
