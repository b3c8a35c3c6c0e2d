package energy.sem.bridge.guard;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import energy.sem.bridge.Readings;
import energy.sem.bridge.homeassistant.Device;
import energy.sem.bridge.homeassistant.Discovery;
import energy.sem.bridge.homeassistant.Entity;

import static org.assertj.core.api.Assertions.assertThat;

/** What Home Assistant is told of the guard's numbers. */
class GuardEntitiesTest {
    private static final List<Entity> ENTITIES =
            new GuardEntities().entities(Readings.state("home", Instant.parse("2026-11-22T10:15:00Z")));

    @ParameterizedTest
    @ValueSource(longs = {60, 900})
    void a_number_holds_for_90_seconds_however_long_the_meters_state_does(long stateSeconds) throws Exception {
        JsonNode components = components(stateSeconds);

        assertThat(components).hasSize(4);
        components.forEach(
                each -> assertThat(each.path("expire_after").asLong()).isEqualTo(90));
    }

    @Test
    void the_empty_payload_that_takes_a_number_back_makes_it_unknown() throws Exception {
        components(60).forEach(each -> assertThat(each.path("value_template").asText())
                .isEqualTo("{{ value | default(none, true) }}"));
    }

    private static JsonNode components(long stateSeconds) throws Exception {
        Device device = new Device("home", "1SEM", "SEM home", "", "", Optional.empty(), ENTITIES);
        String message = new Discovery("homeassistant", "sem", "1")
                .device(device, stateSeconds, Map.of())
                .payload();
        return new ObjectMapper().readTree(message).path("components");
    }
}
