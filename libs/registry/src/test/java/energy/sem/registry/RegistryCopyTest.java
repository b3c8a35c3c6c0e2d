package energy.sem.registry;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RegistryCopyTest {
    @Test
    void a_kafka_whose_name_nobody_knows_is_one_that_is_away() {
        Map<String, Object> kafka = Map.of("bootstrap.servers", "nobody.invalid:9092");

        assertThatThrownBy(() -> RegistryCopy.of(kafka))
                .isInstanceOf(RegistryAwayException.class)
                .hasMessageContaining("Kafka");
    }
}
