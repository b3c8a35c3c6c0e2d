package energy.sem.mqtt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BrokerAddressTest {
    @ParameterizedTest
    @CsvSource({
        "mqtt://broker, false, broker, 1883, '', '', auto, mqtt://broker:1883",
        "mqtt://broker:1884/, false, broker, 1884, '', '', auto, mqtt://broker:1884",
        "mqtts://broker, true, broker, 8883, '', '', auto, mqtts://broker:8883",
        "MQTTS://broker:1, true, broker, 1, '', '', auto, mqtts://broker:1",
        "mqtt://10.0.0.2:1883/dsmr/raw?user=sem, false, 10.0.0.2, 1883, dsmr/raw, sem, auto, mqtt://10.0.0.2:1883",
        "mqtt://[::1]:1883/a, false, ::1, 1883, a, '', auto, mqtt://[::1]:1883",
        "mqtt://b/a%20b/%23?version=3.1.1&user=a%26b, false, b, 1883, a b/#, a&b, 3.1.1, mqtt://b:1883",
        "mqtt://b?version=5, false, b, 1883, '', '', 5, mqtt://b:1883",
        "mqtt://b?, false, b, 1883, '', '', auto, mqtt://b:1883",
    })
    void an_address_says_where_the_broker_is(
            String text, boolean tls, String host, int port, String topic, String user, String version, String shown) {
        BrokerAddress address = BrokerAddress.parse(text);

        assertThat(address.tls()).isEqualTo(tls);
        assertThat(address.host()).isEqualTo(host);
        assertThat(address.port()).isEqualTo(port);
        assertThat(address.topic().orElse("")).isEqualTo(topic);
        assertThat(address.user().orElse("")).isEqualTo(user);
        assertThat(address.version()).hasToString(version);
        assertThat(address).hasToString(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "'', begins with mqtt:// or mqtts://",
        "broker, begins with mqtt:// or mqtts://",
        "tcp://broker, begins with mqtt:// or mqtts://",
        "mqtt:broker, no host",
        "mqtt://, 'it looks like mqtt://broker:1883'",
        "mqtt:///topic, no host",
        "mqtt://a_b, no host",
        "mqtt://b:0, the port of the broker is 0",
        "mqtt://b:65536, the port of the broker is 65536",
        "mqtt://b:x, no host",
        "mqtt://b/#, write a # of a topic",
        "mqtt://b?client=x, 'takes user and version'",
        "mqtt://b?version=4, 'MQTT''s version is 5, 3.1.1 or auto'",
        "mqtt://a b, it looks like",
    })
    void what_is_no_address_is_said_with_what_one_looks_like(String text, String said) {
        assertThatThrownBy(() -> BrokerAddress.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(said);
    }

    @ParameterizedTest
    @CsvSource({"mqtt://sem:hush@broker", "mqtt://sem:hu sh@broker", "sem:hush@broker", "mqtt://b?password=hush"})
    void a_password_in_an_address_is_refused_and_not_repeated(String text) {
        assertThatThrownBy(() -> BrokerAddress.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("hush")
                .hasMessageNotContaining("hu sh");
    }

    @Test
    void what_credentials_print_as_does_not_have_the_password() {
        assertThat(new Credentials("sem", "hush")).hasToString("sem with a password");
    }
}
