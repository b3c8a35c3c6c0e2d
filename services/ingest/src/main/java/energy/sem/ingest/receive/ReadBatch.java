package energy.sem.ingest.receive;

import java.io.IOException;
import java.util.ArrayList;
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

/**
 * The events of polled records.
 *
 * @param batch their events
 * @param next the offsets after them
 * @param undecodable the records that hold none
 * @param recordByEvent the record of each event
 */
record ReadBatch(
        Batch batch,
        Map<TopicPartition, OffsetAndMetadata> next,
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
        return new ReadBatch(batch, Offsets.after(records), undecodable, recordByEvent);
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
