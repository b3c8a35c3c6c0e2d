package energy.sem.cli.sensor;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import energy.sem.cli.StartFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SensorConfigTest {
    private static final String KEY = "x".repeat(19);

    @Test
    void the_file_is_byte_for_byte_what_the_firmware_reads() {
        assertThat(new SensorConfig("My Wifi", "hush=hush", "192.168.178.245", KEY).text())
                .isEqualTo(
                        "SSID=My Wifi\nPSWD=hush=hush\nIP=192.168.178.245\nPOST=/post-data.php\nAPIKey=" + KEY + "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "sem.local",
                "192.168.1",
                "192.168.1.256",
                "1.2.3.4.5",
                "1.2.3.4.",
                "::1",
                " 1.2.3.4"
            })
    void an_address_that_is_not_four_numbers_is_refused(String address) {
        assertThatThrownBy(() -> new SensorConfig("wifi", "hush", address, KEY))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("four numbers");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345678901234567890", "with\nline", "été"})
    void a_key_that_the_sensor_cannot_hold_is_refused_and_not_told(String key) {
        assertThatThrownBy(() -> new SensorConfig("wifi", "hush", "10.0.0.1", key))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("the sensor holds 19")
                .message()
                .doesNotContain("12345678901234567890");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two\nlines", "carriage\r", "café"})
    void a_network_that_the_sensor_cannot_read_is_refused(String name) {
        assertThatThrownBy(() -> new SensorConfig(name, "hush", "10.0.0.1", KEY))
                .isInstanceOf(StartFailure.class);
        assertThatThrownBy(() -> new SensorConfig("wifi", name, "10.0.0.1", KEY))
                .isInstanceOf(StartFailure.class);
    }

    @Test
    void a_file_of_200_bytes_fits_and_of_201_does_not() {
        int others = new SensorConfig("s", "p", "10.0.0.1", KEY).text().length();
        String fits = "p".repeat(200 - others + 1);

        assertThat(new SensorConfig("s", fits, "10.0.0.1", KEY).text()).hasSize(200);
        assertThatThrownBy(() -> new SensorConfig("s", fits + "p", "10.0.0.1", KEY).text())
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("201 bytes");
    }
}
