package energy.sem.local.kafka;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import energy.sem.local.LocalServiceException;
import energy.sem.local.process.FreePort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(900)
class LocalKafkaTest {

    @TempDir
    static Path folder;

    private static LocalKafka kafka;

    @BeforeAll
    static void start() {
        kafka = LocalKafka.start(folder.resolve("kafka"), 0);
    }

    @AfterAll
    static void close() {
        kafka.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "gzip", "snappy", "lz4", "zstd"})
    void a_record_of_any_compression_comes_back(String compression) throws Exception {
        createTopic(compression);
        produce(compression, compression, "a value");
        assertThat(consume(compression)).containsExactly("a value");
    }

    @Test
    void topics_are_not_made_by_themselves() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            assertThatThrownBy(() -> admin.describeTopics(List.of("nobody-made-it"))
                            .allTopicNames()
                            .get(20, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
        }
        assertThatThrownBy(() -> produce("nobody-made-it", "none", "lost", Duration.ofSeconds(2)))
                .hasRootCauseInstanceOf(UnknownTopicOrPartitionException.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void acknowledged_records_survive_a_stop_and_a_kill(boolean killed) throws Exception {
        String topic = "kept-" + killed;
        createTopic(topic);
        produce(topic, "none", "before");
        String address = kafka.bootstrapServers();
        if (killed) {
            kafka.kill();
        } else {
            kafka.stop();
        }
        kafka.restart();
        assertThat(kafka.bootstrapServers()).isEqualTo(address);
        produce(topic, "none", "after");
        assertThat(consume(topic)).containsExactly("before", "after");
    }

    @Test
    void a_folder_in_use_is_named() {
        assertThatThrownBy(() -> LocalKafka.start(folder.resolve("kafka"), 0))
                .isInstanceOf(LocalServiceException.class)
                .hasMessageContainingAll(folder.resolve("kafka").toString(), "in use");
    }

    @Test
    void a_taken_port_is_named_and_the_folder_given_back() throws Exception {
        Path other = folder.resolve("other");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            for (int attempt = 0; attempt < 2; attempt++) {
                assertThatThrownBy(() -> LocalKafka.start(other, taken.getLocalPort()))
                        .isInstanceOf(LocalServiceException.class)
                        .hasMessageContaining("port " + taken.getLocalPort());
            }
        }
    }

    @Test
    void a_controller_port_that_somebody_takes_meanwhile_is_replaced() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Iterator<Integer> ports =
                    List.of(taken.getLocalPort(), FreePort.find()).iterator();
            try (LocalKafka started = LocalKafka.start(folder.resolve("raced"), 0, ports::next)) {
                assertThat(started.pid()).isPositive();
            }
        }
    }

    private static void createTopic(String topic) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1).configs(Map.of("flush.messages", "1"))))
                    .all()
                    .get(30, TimeUnit.SECONDS);
        }
    }

    private static void produce(String topic, String compression, String value) throws Exception {
        produce(topic, compression, value, Duration.ofSeconds(30));
    }

    private static void produce(String topic, String compression, String value, Duration patience) throws Exception {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", kafka.bootstrapServers(), "compression.type", compression, "max.block.ms", (int)
                        patience.toMillis());
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, value)).get(30, TimeUnit.SECONDS);
        }
    }

    private static List<String> consume(String topic) {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers());
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            TopicPartition partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            List<String> values = new ArrayList<>();
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofSeconds(1)).forEach(received -> values.add(received.value()));
            }
            return values;
        }
    }
}
