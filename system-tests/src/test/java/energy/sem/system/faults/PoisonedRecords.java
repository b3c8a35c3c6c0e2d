package energy.sem.system.faults;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

import energy.sem.event.Topics;

/** Records that nobody can read, among the telegrams. */
final class PoisonedRecords implements Fault {
    private static final List<String> SORTS = List.of(
            "",
            "no JSON at all",
            "{",
            "{}",
            "[]",
            "null",
            "{\"version\":1}",
            "{\"version\":99,\"meter\":\"home\"}",
            "{\"version\":1,\"meter\":\"../etc\",\"at\":\"2026-11-29T10:00:00Z\",\"receivedAt\":\"2026-11-29T10:00:00Z\"}",
            "{\"version\":1,\"meter\":\"home\",\"at\":\"yesterday\"}",
            "{\"version\":1,\"meter\":\"home\",\"at\":\"2026-11-29T10:00:00Z\",\"electricity\":{\"importT1Wh\":1e400}}");
    private static final int LONG = 200_000;

    private final Chain chain;
    private final List<byte[]> poison;
    private int taken;

    PoisonedRecords(Chain chain, List<byte[]> poison) {
        this.chain = chain;
        this.poison = poison;
    }

    static Optional<Fault> draw(Chain chain, SplittableRandom random) {
        List<byte[]> poison = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(5); i++) {
            poison.add(SORTS.get(random.nextInt(SORTS.size())).getBytes(StandardCharsets.UTF_8));
        }
        byte[] noise = new byte[1 + random.nextInt(LONG)];
        random.nextBytes(noise);
        poison.add(noise);
        poison.add(null);
        return Optional.of(new PoisonedRecords(chain, poison));
    }

    @Override
    public String name() {
        return "poisoned records";
    }

    @Override
    public void inject() throws Exception {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", chain.bootstrapServers(),
                "acks", "all",
                "max.block.ms", 5_000,
                "request.timeout.ms", 3_000,
                "delivery.timeout.ms", 8_000);
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (byte[] each : poison) {
                sent.add(producer.send(new ProducerRecord<>(Topics.TELEGRAMS, each == null ? null : "push1", each)));
            }
            for (Future<RecordMetadata> each : sent) {
                count(each);
            }
        }
    }

    private void count(Future<RecordMetadata> each) throws Exception {
        try {
            each.get(1, TimeUnit.MINUTES);
            taken++;
        } catch (ExecutionException e) {
            // Another fault keeps Kafka from taking it: then it is no poison for sure.
            return;
        }
    }

    /** How many of them Kafka has for sure. */
    int taken() {
        return taken;
    }

    @Override
    public void heal() {
        // They stay; ingest has put them aside.
    }

    @Override
    public Optional<String> diagnosis() {
        return Optional.of("dead letters: [0-9]+ events could not be stored .*");
    }
}
