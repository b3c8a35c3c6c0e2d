package energy.sem.mqtt;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import energy.sem.local.test.Mosquitto;
import energy.sem.local.test.TestCertificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** Against a real Mosquitto, by both versions. */
class MqttConnectionTest {
    private final List<AutoCloseable> open = new ArrayList<>();

    @TempDir
    Path folder;

    @AfterEach
    void close() throws Exception {
        for (int i = open.size() - 1; i >= 0; i--) {
            open.get(i).close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "3.1.1"})
    void what_is_published_is_received(String version) throws Exception {
        Mosquitto broker = started(Mosquitto.orSkip());
        Heard heard = new Heard();
        MqttConnection connection = connected(at(broker, version), heard);

        connection.subscribe("t/#", 1, heard.messages::add);
        connection.publish(MqttMessage.kept("t/kept", "1 °C")).get(10, TimeUnit.SECONDS);
        connection.publish(MqttMessage.of("t/once", "2")).get(10, TimeUnit.SECONDS);

        await().until(() -> heard.texts("t/kept").equals(List.of("1 °C"))
                && heard.texts("t/once").equals(List.of("2")));
        assertThat(heard.connected).containsExactly(MqttVersion.of(version));
        assertThat(heard.troubles).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "3.1.1"})
    void a_broker_that_was_killed_is_found_again_and_subscribed_to_again(String version) throws Exception {
        Mosquitto broker = started(Mosquitto.orSkip());
        Heard heard = new Heard();
        MqttConnection connection = connected(at(broker, version), heard);
        connection.subscribe("t/x", 1, heard.messages::add);

        broker.kill();
        await().until(() -> !connection.isConnected());
        assertThatThrownBy(
                        () -> connection.publish(MqttMessage.of("t/x", "old")).get())
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(RefusedException.class);
        await().until(() -> heard.troubles.size() == 1);
        broker.start();

        await().atMost(Duration.ofSeconds(5)).until(() -> heard.connected.size() == 2);
        connection.publish(MqttMessage.kept("t/x", "new")).get(10, TimeUnit.SECONDS);
        await().until(() -> heard.texts("t/x").equals(List.of("new")));
        assertThat(heard.troubles.get(0)).contains("cannot be reached: does it run, and on that port?");
        assertThat(connection.trouble()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "3.1.1"})
    void what_is_under_way_when_the_connection_ends_is_not_said_to_be_refused(String version) throws Exception {
        Mosquitto broker = started(Mosquitto.orSkip());
        Heard heard = new Heard();
        MqttConnection connection = connected(at(broker, version), heard);
        Thread publishing = new Thread(() -> {
            while (connection.isConnected()) {
                connection
                        .publish(MqttMessage.of("t/x", "1"))
                        .handle((taken, refusal) -> null)
                        .join();
            }
        });
        publishing.start();

        broker.kill();
        publishing.join(10_000);
        broker.start();

        await().atMost(Duration.ofSeconds(5)).until(() -> heard.connected.size() == 2);
        assertThat(connection.trouble()).isEmpty();
        assertThat(heard.troubles).noneMatch(each -> each.contains("does not take"));
    }

    @Test
    void an_address_where_nobody_is_is_said_once_and_tried_until_somebody_is() {
        Mosquitto broker = Mosquitto.orSkip();
        open.add(broker);
        Heard heard = new Heard();
        MqttConnection connection = opened(at(broker, "auto"), heard);
        await().until(() -> connection.trouble().isPresent());

        broker.start();

        await().atMost(Duration.ofSeconds(5)).until(() -> heard.connected.equals(List.of(MqttVersion.V5)));
        assertThat(heard.troubles).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "3.1.1"})
    void a_wrong_password_is_said_once_without_the_password_and_a_right_one_in_its_place_is_taken(String version)
            throws Exception {
        Mosquitto broker = started(Mosquitto.orSkip().withUser("sem", "right"));
        Path file = Files.writeString(folder.resolve("password"), "hush");
        Heard heard = new Heard();
        MqttConnection connection =
                opened(at(broker, version).with(() -> Optional.of(new Credentials("sem", text(file)))), heard);
        await().until(() -> connection.trouble().isPresent());

        Files.writeString(file, "right");

        await().atMost(Duration.ofSeconds(20)).until(connection::isConnected);
        assertThat(heard.troubles)
                .singleElement()
                .asString()
                .contains("does not let user sem in")
                .doesNotContain("hush");
        assertThat(connection.trouble()).isEmpty();
    }

    @Test
    void no_user_where_one_is_wanted_is_said() {
        Mosquitto broker = started(Mosquitto.orSkip().withUser("sem", "right"));
        Heard heard = new Heard();
        opened(at(broker, "auto"), heard);

        await().until(() -> !heard.troubles.isEmpty());
        assertThat(heard.troubles.get(0)).contains("does not let us in without a user: give a user and a password");
    }

    @Test
    void a_password_that_cannot_be_had_is_said() {
        Mosquitto broker = started(Mosquitto.orSkip());
        Heard heard = new Heard();
        opened(
                at(broker, "auto").with(() -> {
                    throw new CredentialsException("the file /x cannot be read", null);
                }),
                heard);

        await().until(() -> !heard.troubles.isEmpty());
        assertThat(heard.troubles.get(0)).contains("is not asked, because the file /x cannot be read");
    }

    @Test
    void a_topic_that_the_access_list_closes_is_said_once_and_the_others_go_on() throws Exception {
        Mosquitto broker = started(
                Mosquitto.orSkip().withUser("sem", "right").withAccessList("user sem", "topic readwrite sem/#"));
        Heard heard = new Heard();
        MqttConnection connection = connected(at(broker, "5").with(new Credentials("sem", "right")), heard);

        for (int i = 0; i < 3; i++) {
            MqttMessage closed = MqttMessage.kept("homeassistant/device/x" + i + "/config", "{}");
            assertThatThrownBy(() -> connection.publish(closed).get(10, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(RefusedException.class);
        }
        connection.publish(MqttMessage.kept("sem/home/state", "{}")).get(10, TimeUnit.SECONDS);

        await().until(() -> !heard.troubles.isEmpty());
        assertThat(heard.troubles)
                .singleElement()
                .asString()
                .contains("does not take what we publish to homeassistant/device/x0/config: not authorized")
                .contains("its access list has to let us write to homeassistant/#");
        assertThat(connection.trouble()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "3.1.1"})
    void a_topic_that_one_may_not_listen_to_is_said(String version) {
        Mosquitto broker = started(Mosquitto.orSkip().withoutSubscriptions());
        Heard heard = new Heard();
        MqttConnection connection = connected(at(broker, version), heard);

        connection.subscribe("dsmr/raw", 0, heard.messages::add);

        await().until(() -> !heard.troubles.isEmpty());
        assertThat(heard.troubles.get(0)).contains("does not let us listen to dsmr/raw");
    }

    @ParameterizedTest
    @CsvSource({"5, true, true", "5, false, false", "3.1.1, true, true"})
    void the_will_is_published_when_one_goes_without_a_word_and_not_in_order(
            String version, boolean frozen, boolean published) {
        Mosquitto broker = started(Mosquitto.orSkip());
        Heard heard = new Heard();
        MqttConnection watcher = connected(at(broker, "5", "watcher"), heard);
        watcher.subscribe("t/will", 1, heard.messages::add);
        BrokerSettings settings = at(broker, version, "one").with(MqttMessage.kept("t/will", "offline"));
        MqttConnection connection = connected(settings, new Heard());

        if (frozen) {
            // Another of the same id: the broker throws the first one out, which to it is an end without a word.
            connected(at(broker, version, "one"), new Heard());
        } else {
            connection.close();
            var unused = watcher.publish(MqttMessage.kept("t/will", "last"));
        }

        await().until(() -> !heard.texts("t/will").isEmpty());
        assertThat(heard.texts("t/will").get(0)).isEqualTo(published ? "offline" : "last");
    }

    @Test
    void two_with_one_id_are_told_so() {
        Mosquitto broker = started(Mosquitto.orSkip());
        Heard first = new Heard();
        connected(at(broker, "5", "same"), first);
        connected(at(broker, "5", "same"), new Heard());

        await().until(() -> !first.troubles.isEmpty());
        assertThat(first.troubles.get(0)).contains("is another client there with our id same");
    }

    @Test
    void tls_with_a_trusted_certificate_of_the_hosts_name_connects() {
        TestCertificate certificate = TestCertificate.make(folder, "dns:localhost");
        Mosquitto broker = started(Mosquitto.orSkip().withTls(certificate));

        connected(tls("localhost", broker).withCa(certificate.certificateFile()), new Heard());
    }

    @Test
    void tls_by_another_name_than_the_certificates_is_refused_and_said() {
        TestCertificate certificate = TestCertificate.make(folder, "dns:elsewhere.example");
        Mosquitto broker = started(Mosquitto.orSkip().withTls(certificate));
        Heard heard = new Heard();
        opened(tls("localhost", broker).withCa(certificate.certificateFile()), heard);

        await().until(() -> !heard.troubles.isEmpty());
        assertThat(heard.troubles.get(0)).contains("a certificate that is not trusted or of another name");
    }

    @Test
    void tls_with_a_certificate_that_nobody_vouches_for_is_refused_and_said() {
        Mosquitto broker = started(Mosquitto.orSkip().withTls(TestCertificate.make(folder, "dns:localhost")));
        Heard heard = new Heard();
        opened(tls("localhost", broker), heard);

        await().until(() -> !heard.troubles.isEmpty());
        assertThat(heard.troubles.get(0)).contains("a certificate that is not trusted or of another name");
    }

    @Test
    void tls_on_a_port_without_it_is_said() {
        Mosquitto broker = started(Mosquitto.orSkip());
        Heard heard = new Heard();
        opened(tls("localhost", broker), heard);

        await().until(() -> !heard.troubles.isEmpty());
        assertThat(heard.troubles.get(0)).contains("is it a port for mqtts://?");
    }

    @ParameterizedTest
    @CsvSource({"none.pem, cannot be read", "empty.pem, has no certificate", "nonsense.pem, cannot be read"})
    void a_file_of_certificates_that_is_no_use_is_said(String name, String said) throws Exception {
        Files.writeString(folder.resolve("empty.pem"), "");
        Files.writeString(
                folder.resolve("nonsense.pem"), "-----BEGIN CERTIFICATE-----\nxx\n-----END CERTIFICATE-----\n");
        Mosquitto broker = started(Mosquitto.orSkip());
        Heard heard = new Heard();
        opened(tls("localhost", broker).withCa(folder.resolve(name)), heard);

        await().until(() -> !heard.troubles.isEmpty());
        assertThat(heard.troubles.get(0)).contains(said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"says", "hangs-up"})
    void a_broker_that_knows_no_mqtt_5_is_spoken_to_by_3_1_1(String how) throws Exception {
        Mosquitto broker = started(Mosquitto.orSkip());
        OldBroker old = OldBroker.before(broker.port(), how.equals("says"));
        open.add(old);
        Heard heard = new Heard();

        opened(new BrokerSettings(BrokerAddress.parse("mqtt://127.0.0.1:" + old.port()), "sem"), heard);

        await().until(() -> heard.connected.equals(List.of(MqttVersion.V3_1_1)));
        assertThat(heard.troubles).isEmpty();
    }

    @Test
    void a_message_that_is_larger_than_any_telegram_is_not_sent_to_us_by_5() throws Exception {
        Mosquitto broker = started(Mosquitto.orSkip());
        Heard heard = new Heard();
        MqttConnection connection = connected(at(broker, "5"), heard);
        connection.subscribe("t/#", 1, heard.messages::add);
        MqttConnection sender = connected(at(broker, "5", "sender"), new Heard());

        sender.publish(large("t/large")).get(10, TimeUnit.SECONDS);
        sender.publish(MqttMessage.kept("t/small", "1")).get(10, TimeUnit.SECONDS);

        await().until(() -> heard.texts("t/small").equals(List.of("1")));
        assertThat(heard.texts("t/large")).isEmpty();
        assertThat(heard.connected).hasSize(1);
    }

    @Test
    void a_message_that_is_larger_than_any_telegram_ends_the_connection_by_3_1_1_and_is_said() throws Exception {
        Mosquitto broker = started(Mosquitto.orSkip());
        Heard heard = new Heard();
        MqttConnection connection = connected(at(broker, "3.1.1"), heard);
        connection.subscribe("t/#", 1, heard.messages::add);
        MqttConnection sender = connected(at(broker, "5", "sender"), new Heard());

        sender.publish(large("t/large")).get(10, TimeUnit.SECONDS);

        await().until(() -> !heard.troubles.isEmpty());
        assertThat(heard.troubles.get(0)).contains("sends a message of more than 64 KiB on a topic that we listen to");
        await().atMost(Duration.ofSeconds(20)).until(() -> heard.connected.size() == 2);
        assertThat(heard.texts("t/large")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "3.1.1"})
    void messages_that_come_faster_than_they_are_taken_are_left_out_and_that_is_said(String version) throws Exception {
        Mosquitto broker = started(Mosquitto.orSkip());
        Heard heard = new Heard();
        MqttConnection connection = connected(at(broker, version), heard);
        CountDownLatch taking = new CountDownLatch(1);
        AtomicInteger taken = new AtomicInteger();
        connection.subscribe("t/#", 1, message -> {
            taken.incrementAndGet();
            awaitQuietly(taking);
        });
        MqttConnection sender = connected(at(broker, "5", "sender"), new Heard());
        byte[] payload = new byte[60_000];
        int many = (int) (3 * Waiting.MOST_BYTES / payload.length);
        for (int i = 0; i < many; i++) {
            sender.publish(new MqttMessage("t/many", payload, 1, false, Optional.empty()))
                    .get(10, TimeUnit.SECONDS);
        }

        taking.countDown();

        await().until(() -> !heard.troubles.isEmpty());
        assertThat(heard.troubles.get(0)).contains("sends messages faster than they can be taken");
        assertThat(connection.trouble()).isPresent();
        assertThat(taken.get()).isGreaterThan(1).isLessThan(many);
    }

    private static MqttMessage large(String topic) {
        return new MqttMessage(topic, new byte[1_000_000], 1, false, Optional.empty());
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Mosquitto started(Mosquitto broker) {
        open.add(broker);
        return broker.start();
    }

    private static BrokerSettings at(Mosquitto broker, String version) {
        return at(broker, version, "sem-test");
    }

    private static BrokerSettings at(Mosquitto broker, String version, String id) {
        return new BrokerSettings(BrokerAddress.parse(broker.address() + "?version=" + version), id);
    }

    private static BrokerSettings tls(String host, Mosquitto broker) {
        return new BrokerSettings(BrokerAddress.parse("mqtts://" + host + ":" + broker.port()), "sem-test");
    }

    private MqttConnection opened(BrokerSettings settings, Heard heard) {
        MqttConnection connection = MqttConnection.open(settings, heard);
        open.add(connection);
        return connection;
    }

    private MqttConnection connected(BrokerSettings settings, Heard heard) {
        MqttConnection connection = opened(settings, heard);
        await().until(() -> !heard.connected.isEmpty());
        return connection;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (java.io.IOException e) {
            throw new CredentialsException("the file " + file + " cannot be read", e);
        }
    }
}
