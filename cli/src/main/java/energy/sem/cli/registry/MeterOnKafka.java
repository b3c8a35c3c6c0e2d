package energy.sem.cli.registry;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

import energy.sem.cli.StartFailure;
import energy.sem.event.Topics;
import energy.sem.registry.RegistryAwayException;
import energy.sem.registry.RegistryCopy;

/** What Kafka says of one meter: whether it is administered, and whether a gateway has it. */
final class MeterOnKafka {
    private static final TopicPartition HEALTH = new TopicPartition(Topics.METERS, 0);
    private static final Duration POLL = Duration.ofSeconds(1);

    /** A gateway tells how a meter is each few seconds. */
    private static final Duration SILENT = Duration.ofMinutes(2);

    private final Map<String, Object> client;
    private final String meter;

    MeterOnKafka(String bootstrapServers, String meter) {
        this.client = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "request.timeout.ms",
                10_000,
                "default.api.timeout.ms",
                15_000,
                "max.block.ms",
                15_000,
                "delivery.timeout.ms",
                15_000);
        this.meter = meter;
    }

    /**
     * Makes sure that no gateway has the meter.
     *
     * @throws StartFailure when one may have it, saying what is to be done
     */
    void requireRemoved() {
        try {
            if (RegistryCopy.of(client).has(meter)) {
                throw new StartFailure("meter " + meter + " is in the registry still: ./sem meter remove " + meter
                        + " first. Nothing was changed.");
            }
            if (isHeardOf()) {
                throw new StartFailure("a meter-gateway has meter " + meter + " still: take sem.meters." + meter
                        + ".… out of its environment, restart it, and wait for two minutes. Nothing was changed.");
            }
        } catch (RegistryAwayException | KafkaException e) {
            throw new StartFailure(
                    "Kafka does not say whether meter " + meter + " was removed: " + e.getMessage()
                            + ". Nothing was changed.",
                    e);
        }
    }

    private boolean isHeardOf() {
        boolean there = false;
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(client, new StringDeserializer(), new ByteArrayDeserializer())) {
            if (consumer.partitionsFor(Topics.METERS).isEmpty()) {
                return false;
            }
            consumer.assign(List.of(HEALTH));
            consumer.seekToBeginning(List.of(HEALTH));
            long end = consumer.endOffsets(List.of(HEALTH)).get(HEALTH);
            Instant since = Instant.now().minus(SILENT);
            while (consumer.position(HEALTH) < end) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    if (meter.equals(record.key())) {
                        there = record.value() != null
                                && Instant.ofEpochMilli(record.timestamp()).isAfter(since);
                    }
                }
            }
        }
        return there;
    }

    /** Takes back what was said last of how the meter is. */
    void forget() {
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(client, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.METERS, 0, meter, null)).get();
        } catch (KafkaException | ExecutionException e) {
            throw new StartFailure(
                    "the rows of meter " + meter + " are deleted, and Kafka does not take back how it was last: do it"
                            + " again when Kafka runs.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("interrupted", e);
        }
    }
}
