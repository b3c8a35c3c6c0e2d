package energy.sem.source.mqtt;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import energy.sem.local.test.Mosquitto;
import energy.sem.mqtt.BrokerAddress;
import energy.sem.mqtt.BrokerSettings;
import energy.sem.mqtt.MqttConnection;
import energy.sem.mqtt.MqttListener;
import energy.sem.mqtt.MqttMessage;
import energy.sem.mqtt.MqttVersion;
import energy.sem.source.Credentials;
import energy.sem.source.Line;
import energy.sem.source.Secret;
import energy.sem.source.Source;
import energy.sem.source.Sources;
import energy.sem.source.Telegrams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** Telegrams by a real Mosquitto. */
class MqttSourceTest {
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
    private static final String TOPIC = "dsmr/raw";
    private static final Duration SOON = Duration.ofSeconds(15);

    @TempDir
    private Path folder;

    private Mosquitto broker;
    private MqttConnection sender;

    @BeforeEach
    void findBroker() {
        broker = Mosquitto.orSkip();
    }

    @AfterEach
    void stop() {
        if (sender != null) {
            sender.close();
        }
        broker.close();
    }

    @Test
    void telegrams_come_as_they_were_sent() throws Exception {
        broker.start();
        try (Line line = source().open()) {
            send(telegram(1));
            send(telegram(2));

            assertThat(next(line)).isEqualTo(telegram(1) + "\r\n");
            assertThat(next(line)).isEqualTo(telegram(2) + "\r\n");
            assertThat(line.complaint()).isEmpty();
        }
    }

    @Test
    void a_long_telegram_comes_in_pieces_of_what_the_reader_takes() throws Exception {
        broker.start();
        try (Line line = source().open()) {
            send(telegram(1));
            byte[] small = new byte[100];
            StringBuilder read = new StringBuilder();
            await().atMost(SOON).until(() -> {
                read.append(new String(small, 0, line.read(small), StandardCharsets.ISO_8859_1));
                return read.length() == telegram(1).length() + 2;
            });
            assertThat(read).hasToString(telegram(1) + "\r\n");
        }
    }

    @Test
    void a_telegram_that_the_broker_kept_is_not_taken_as_new_and_the_next_one_is() throws Exception {
        broker.start();
        sender().publish(MqttMessage.kept(TOPIC, telegram(1))).join();

        try (Line line = source().open()) {
            await().atMost(SOON).until(() -> line.complaint().isPresent());
            assertThat(line.complaint().orElseThrow()).contains("may be old and is not taken");

            // Its sender keeps each: who listens gets it as new all the same.
            sender().publish(MqttMessage.kept(TOPIC, telegram(2))).join();
            assertThat(next(line)).isEqualTo(telegram(2) + "\r\n");
            assertThat(line.complaint()).isEmpty();
        }
    }

    @Test
    void a_broker_that_is_killed_and_comes_back_is_read_again_and_its_absence_is_said() throws Exception {
        broker.start();
        try (Line line = source().open()) {
            send(telegram(1));
            assertThat(next(line)).isEqualTo(telegram(1) + "\r\n");

            broker.kill();
            await().atMost(SOON).until(() -> line.complaint().isPresent());
            assertThat(line.complaint().orElseThrow()).contains("mqtt://127.0.0.1:" + broker.port());
            assertThat(line.read(new byte[10])).isZero();
            broker.start();
            await().atMost(SOON).until(() -> line.complaint().isEmpty());
            await().atMost(SOON).untilAsserted(() -> {
                send(telegram(2));
                assertThat(next(line)).isEqualTo(telegram(2) + "\r\n");
            });
        }
    }

    @Test
    void a_wrong_password_is_said_and_the_right_one_lets_in() throws Exception {
        broker.withUser("sem", "right").start();
        Path file = Files.writeString(folder.resolve("password"), "wrong\n");
        Source source = source(broker.address() + "/" + TOPIC + "?user=sem", "@" + file);

        assertThatThrownBy(source::open)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("sem")
                .hasMessageContaining("password")
                .hasMessageNotContaining("wrong\n");
        Files.writeString(file, "right\n");
        try (Line line = source.open()) {
            assertThat(line.complaint()).isEmpty();
        }
    }

    @Test
    void a_broker_that_is_not_there_is_said_in_time() {
        assertThatThrownBy(() -> source().open())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("mqtt://127.0.0.1:" + broker.port());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"P\":1}", "online", "0.642"})
    void garbage_is_said_and_telegrams_after_it_are_read(String garbage) throws Exception {
        broker.start();
        try (Line line = source().open()) {
            send(garbage);
            await().atMost(SOON).until(() -> line.complaint().isPresent());
            assertThat(line.complaint().orElseThrow()).startsWith("what comes on dsmr/raw");
            send(telegram(1));
            assertThat(next(line)).isEqualTo(telegram(1) + "\r\n");
        }
    }

    @Test
    void a_message_larger_than_any_telegram_is_said_and_telegrams_after_it_are_read() throws Exception {
        broker.start();
        try (Line line = source().open()) {
            send("/" + "x".repeat(40 * 1024));
            await().atMost(SOON).until(() -> line.complaint().isPresent());
            assertThat(line.complaint().orElseThrow()).contains("40961 bytes");
            send(telegram(1));
            assertThat(next(line)).isEqualTo(telegram(1) + "\r\n");
        }
    }

    @Test
    void a_huge_message_does_not_come_at_all_and_telegrams_after_it_are_read() throws Exception {
        broker.start();
        try (Line line = source().open()) {
            send("/" + "x".repeat(4 * 1024 * 1024));
            send(telegram(1));
            assertThat(next(line)).isEqualTo(telegram(1) + "\r\n");
        }
    }

    @Test
    void a_flood_is_bounded_and_said() throws Exception {
        broker.start();
        try (Line line = source().open()) {
            for (int i = 1; i <= 200; i++) {
                send(telegram(i));
            }
            await().atMost(SOON).until(() -> line.complaint().isPresent());
            assertThat(line.complaint().orElseThrow()).contains("some are left out");
            assertThat(next(line)).isEqualTo(telegram(1) + "\r\n");
        }
    }

    @Test
    void closing_ends_a_waiting_read() throws Exception {
        broker.start();
        Line line = source().open();
        line.close();

        assertThat(line.read(new byte[10])).isEqualTo(-1);
    }

    @Test
    void what_the_broker_has_as_delivered_is_read_though_the_line_is_closed() throws Exception {
        broker.start();
        Line line = source().open();
        send(telegram(1));
        await().atMost(SOON).until(line::hasMore);
        line.close();

        assertThat(next(line)).isEqualTo(telegram(1) + "\r\n");
        assertThat(line.hasMore()).isFalse();
        assertThat(line.read(new byte[10])).isEqualTo(-1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mqtt://broker           | no topic",
                "mqtt://broker/          | no topic",
                "mqtts://broker:8883     | no topic",
                "mqtt://broker/dsmr/%23  | several topics",
                "mqtt://broker/+/raw     | several topics",
                "mqtt://broker:0/a       | port",
                "mqtt://broker/a?x=1     | user and version",
                "mqtt://u:pw123@host/a  | no name and password before the host",
                "mqtt:broker             | "
            })
    void what_is_no_topic_of_a_broker_is_refused(String url, String words) {
        assertThatThrownBy(() -> Sources.found().parse(url, Credentials.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words == null ? "" : words)
                .hasMessageNotContaining("pw123");
    }

    @Test
    void a_password_without_a_user_and_a_CA_without_TLS_are_slips_of_the_pen() {
        assertThatThrownBy(() -> source("mqtt://broker/a", "p")).hasMessageContaining("?user=NAME");
        assertThatThrownBy(() -> Sources.found()
                        .parse(
                                "mqtt://broker/a",
                                new Credentials(Optional.empty(), Optional.empty(), Optional.of(folder))))
                .hasMessageContaining("ca-file");
    }

    private Source source() {
        return Sources.found()
                .parse(broker.address() + "/" + TOPIC, Credentials.NONE)
                .orElseThrow();
    }

    private static Source source(String url, String password) {
        return Sources.found()
                .parse(url, new Credentials(Optional.empty(), Optional.of(Secret.of(password)), Optional.empty()))
                .orElseThrow();
    }

    private MqttConnection sender() {
        if (sender == null) {
            sender = MqttConnection.open(
                    new BrokerSettings(BrokerAddress.parse(broker.address()), "sender"), new Quiet());
        }
        await().atMost(SOON).until(sender::isConnected);
        return sender;
    }

    private void send(String text) {
        byte[] payload = text.getBytes(StandardCharsets.ISO_8859_1);
        sender().publish(new MqttMessage(TOPIC, payload, 1, false, Optional.empty()))
                .join();
    }

    private static String telegram(int number) {
        return Telegrams.text(AT.plusSeconds(number), number);
    }

    private static String next(Line line) throws Exception {
        byte[] buffer = new byte[9 * 1024];
        for (int i = 0; i < 10; i++) {
            int count = line.read(buffer);
            if (count != 0) {
                return new String(Arrays.copyOf(buffer, count), StandardCharsets.ISO_8859_1);
            }
        }
        return "nothing";
    }

    private static final class Quiet implements MqttListener {
        @Override
        public void connected(MqttVersion version) {
            // Asked by isConnected.
        }

        @Override
        public void trouble(String words) {
            // The line under test says it.
        }
    }
}
