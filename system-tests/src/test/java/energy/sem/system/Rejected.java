package energy.sem.system;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

import energy.sem.event.Topics;

/** What lies in the topic of rejected frames. */
final class Rejected {
    /**
     * One rejected frame.
     *
     * @param meter the record's key
     * @param cause its header
     * @param text the bytes as they came, one character each
     */
    record Entry(String meter, String cause, String text) {}

    private Rejected() {}

    /** All of it, from the beginning until now. */
    static List<Entry> read(String kafka) {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka, "auto.offset.reset", "earliest");
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.REJECTED).stream()
                    .map((PartitionInfo info) -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<Entry> entries = new ArrayList<>();
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
                    String cause =
                            new String(record.headers().lastHeader("cause").value(), StandardCharsets.UTF_8);
                    entries.add(
                            new Entry(record.key(), cause, new String(record.value(), StandardCharsets.ISO_8859_1)));
                }
            }
            return entries;
        }
    }
}
