package energy.sem.history.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

import energy.sem.event.Electricity;
import energy.sem.event.EventJson;
import energy.sem.event.MBusReading;
import energy.sem.event.TelegramEvent;
import energy.sem.event.Topics;
import energy.sem.local.test.TestServices;
import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;

/** Sends telegrams by Kafka as the meter-gateway does. Makes its topics, at the first time. */
final class Telegrams implements AutoCloseable {
    private final KafkaProducer<String, byte[]> producer;

    Telegrams() throws ExecutionException, InterruptedException {
        Map<String, Object> kafka =
                Map.of("bootstrap.servers", TestServices.get().bootstrapServers());
        try (Admin admin = Admin.create(kafka)) {
            Set<String> there = admin.listTopics().names().get();
            List<NewTopic> absent = new ArrayList<>(List.of(
                    new NewTopic(Topics.TELEGRAMS, 12, (short) 1),
                    new NewTopic(Topics.LIVE, 3, (short) 1),
                    new NewTopic(Topics.METERS, 1, (short) 1)));
            absent.removeIf(each -> there.contains(each.name()));
            admin.createTopics(absent).all().get();
        }
        producer = new KafkaProducer<>(kafka, new StringSerializer(), new ByteArraySerializer());
    }

    /** Sends an event and waits until Kafka has it. */
    void send(TelegramEvent event) {
        send(Topics.TELEGRAMS, event.meter(), EventJson.write(event));
    }

    /** Sends any bytes and waits until Kafka has them. */
    void send(String topic, String key, byte[] value) {
        try {
            producer.send(new ProducerRecord<>(topic, key, value)).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("Kafka took no record", e);
        }
    }

    /** Sends an event and does not wait. */
    Future<RecordMetadata> hand(TelegramEvent event) {
        return producer.send(new ProducerRecord<>(Topics.TELEGRAMS, event.meter(), EventJson.write(event)));
    }

    @Override
    public void close() {
        producer.close();
    }

    /** A telegram of one phase with a gas meter. */
    static TelegramEvent event(String meter, Instant at, int importW, Integer demandW) {
        RegisterValues registers = RegisterValues.of(Map.of(
                Register.IMPORT_T1_WH, 1_234_567L,
                Register.IMPORT_T2_WH, 2_000_000L,
                Register.EXPORT_T1_WH, 10L,
                Register.EXPORT_T2_WH, 20L));
        return event(meter, at, "1SEM1", registers, importW, demandW);
    }

    /** The same of a meter with these registers. */
    static TelegramEvent event(
            String meter, Instant at, String serial, RegisterValues registers, int importW, Integer demandW) {
        return new TelegramEvent(
                TelegramEvent.VERSION,
                meter,
                at,
                TelegramEvent.TimeSource.METER,
                at,
                null,
                "FLU5\\SEM",
                "E_MUCS",
                "50217",
                TelegramEvent.Crc.VALID,
                new Electricity(
                        serial,
                        1,
                        registers,
                        importW,
                        0,
                        demandW,
                        List.of(new Electricity.Phase(1, 2347, 151, importW, 0))),
                List.of(),
                List.of(new MBusReading(1, MBusReading.Kind.GAS, "7SEM1", at, 112_384L, null, null)),
                null,
                null,
                List.of());
    }
}
