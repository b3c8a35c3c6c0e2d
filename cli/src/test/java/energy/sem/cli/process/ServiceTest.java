package energy.sem.cli.process;

import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ServiceTest {
    @ParameterizedTest
    @CsvSource({
        "SEM_MQTT_URL, mqtt://broker, true",
        "SEM_MQTT_URL, '', false",
        "SEM_MQTT_USERNAME, sem, false",
        "SEM_ALARMS_NTFY_TOPIC, mine, true",
        "SEM_LOCAL_API_HOMEWIZARD, home, true",
        "SEM_LOCAL_API_DSMR_READER, home, true",
        "SEM_LOCAL_API_PORT, 8085, false",
        "SEM_LANGUAGE, nl, false",
    })
    void the_bridge_is_started_only_where_it_has_something_to_talk_to(String setting, String value, boolean started) {
        assertThat(Service.startedWith(Map.of(setting, value)).contains(Service.BRIDGE))
                .isEqualTo(started);
        assertThat(Service.startedWith(Map.of(setting, value)))
                .contains(Service.GATEWAY, Service.HISTORY, Service.INGEST, Service.DISPLAY);
    }
}
