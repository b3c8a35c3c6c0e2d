package energy.sem.bridge;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

import energy.sem.event.EventJson;
import energy.sem.event.TelegramEvent;
import energy.sem.event.Topics;

/** Publishes events as the meter-gateway does. */
public final class Telegrams implements AutoCloseable {
    private final KafkaProducer<String, byte[]> producer;

    public Telegrams(String bootstrapServers) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers, "acks", "all");
        try (Admin admin = Admin.create(settings)) {
            admin.createTopics(List.of(
                            new NewTopic(Topics.TELEGRAMS, 3, (short) 1),
                            new NewTopic(Topics.LIVE, 3, (short) 1),
                            new NewTopic(Topics.METERS, 1, (short) 1)))
                    .all()
                    .get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
        producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    public void publish(TelegramEvent event) throws InterruptedException, ExecutionException, TimeoutException {
        publish(Topics.TELEGRAMS, event);
    }

    public void publish(String topic, TelegramEvent event)
            throws InterruptedException, ExecutionException, TimeoutException {
        producer.send(new ProducerRecord<>(topic, event.meter(), EventJson.write(event)))
                .get(10, TimeUnit.SECONDS);
    }

    /** A meter's report at a time; {@code null} when it was removed. */
    public void report(String meter, byte[] report, Instant at)
            throws InterruptedException, ExecutionException, TimeoutException {
        producer.send(new ProducerRecord<>(Topics.METERS, null, at.toEpochMilli(), meter, report))
                .get(10, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        producer.close();
    }
}
