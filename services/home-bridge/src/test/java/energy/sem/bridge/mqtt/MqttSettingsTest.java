package energy.sem.bridge.mqtt;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.base.NoStart;
import energy.sem.mqtt.CredentialsException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MqttSettingsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "mqtt://broker/dsmr/raw, , , PT10S, a topic does not belong there",
        "mqtt://sem:hush@broker, , , PT10S, give the password in its own setting",
        "mqtt://broker?version=4, , , PT10S, 'MQTT''s version is 5, 3.1.1 or auto'",
        "mqtt://broker, , , PT0.5S, is not between PT1S and PT5M",
        "mqtt://broker, , , PT6M, is not between PT1S and PT5M",
        "mqtt://broker, , hush, PT10S, 'a password needs a user, sem.mqtt.username'",
    })
    void a_wrong_setting_ends_the_start_with_a_line_that_names_it(
            String url, String user, String password, String every, String said) {
        assertThatThrownBy(() -> settings(url, user, password, every).check())
                .isInstanceOf(NoStart.class)
                .hasMessageStartingWith("setting sem.mqtt.")
                .hasMessageContaining(said)
                .hasMessageNotContaining("hush");
    }

    @Test
    void without_an_address_it_is_off() {
        assertThat(settings(null, null, null, "PT10S").isOn()).isFalse();
        assertThat(settings("mqtt://broker", null, null, "PT10S").isOn()).isTrue();
    }

    @Test
    void the_user_stands_in_a_setting_or_in_the_address() {
        assertThat(settings("mqtt://broker?user=a", null, null, "PT10S").credentials())
                .hasValueSatisfying(each -> assertThat(each.user()).isEqualTo("a"));
        assertThat(settings("mqtt://broker?user=a", "b", "hush", "PT10S").credentials())
                .hasValueSatisfying(each -> assertThat(each).hasToString("b with a password"));
        assertThat(settings("mqtt://broker", null, null, "PT10S").credentials()).isEmpty();
    }

    @Test
    void a_password_may_stand_in_a_file_and_one_that_cannot_be_read_is_named() throws Exception {
        Path file = Files.writeString(folder.resolve("password"), "hush\n");

        assertThat(settings("mqtt://broker", "sem", "@" + file, "PT10S").credentials())
                .hasValueSatisfying(each -> assertThat(each).hasToString("sem with a password"));
        Files.delete(file);
        assertThatThrownBy(() ->
                        settings("mqtt://broker", "sem", "@" + file, "PT10S").credentials())
                .isInstanceOf(CredentialsException.class)
                .hasMessageContaining("of SEM_MQTT_PASSWORD cannot be read");
    }

    private static MqttSettings settings(String url, String user, String password, String every) {
        return new MqttSettings(
                Optional.ofNullable(url),
                Optional.ofNullable(user),
                Optional.ofNullable(password),
                Optional.empty(),
                "sem",
                Duration.parse(every),
                "device",
                "homeassistant",
                Optional.empty());
    }
}
