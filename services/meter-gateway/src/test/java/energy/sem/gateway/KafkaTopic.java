package energy.sem.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;

import energy.sem.event.EventJson;
import energy.sem.event.TelegramEvent;

/** Reads whole topics of the Kafka that the gateway under test uses. */
public final class KafkaTopic {

    /** All records of a meter that are in the topic now, in order. */
    public static List<ConsumerRecord<String, byte[]>> records(String topic, String meter) {
        String bootstrap = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        return records(bootstrap, topic, record -> meter.equals(record.key()));
    }

    /** All records that are in a topic of any Kafka now, those of each key in order. */
    public static List<ConsumerRecord<String, byte[]>> allRecords(String bootstrap, String topic) {
        return records(bootstrap, topic, record -> true);
    }

    private static List<ConsumerRecord<String, byte[]>> records(
            String bootstrap, String topic, Predicate<ConsumerRecord<String, byte[]>> wanted) {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(p -> new TopicPartition(topic, p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Predicate<TopicPartition> atEnd = p -> consumer.position(p) >= ends.get(p);
            List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
            while (!partitions.stream().allMatch(atEnd)) {
                consumer.poll(Duration.ofMillis(200)).forEach(r -> {
                    if (wanted.test(r)) {
                        found.add(r);
                    }
                });
            }
            return found;
        }
    }

    /** The events of all meters, those of each in order. */
    public static List<TelegramEvent> allEvents(String bootstrap) {
        return events(allRecords(bootstrap, "sem.telegrams"));
    }

    /** The events of a meter, in order. */
    public static List<TelegramEvent> events(String meter) {
        return events("sem.telegrams", meter);
    }

    /** The events of a meter in a topic, in order. */
    public static List<TelegramEvent> events(String topic, String meter) {
        return events(records(topic, meter));
    }

    private static List<TelegramEvent> events(List<ConsumerRecord<String, byte[]>> records) {
        return records.stream()
                .map(r -> {
                    try {
                        return EventJson.read(r.value());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
    }

    /** A header's text. */
    public static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private KafkaTopic() {}
}
