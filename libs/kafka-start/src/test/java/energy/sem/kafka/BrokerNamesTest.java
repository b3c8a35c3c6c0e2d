package energy.sem.kafka;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class BrokerNamesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "localhost:19092                  | localhost",
                "a:9092, b.sem.svc:9092 ,         | a,b.sem.svc",
                "127.0.0.1:9092,[::1]:9092        | 127.0.0.1,::1",
                "kafka                            | kafka",
            })
    void hosts_are_what_stands_before_the_ports(String servers, String hosts) {
        assertThat(BrokerNames.of(servers).hosts()).isEqualTo(List.of(hosts.split(",")));
    }

    @Test
    void one_that_is_known_is_enough() {
        assertThat(BrokerNames.of("sem.invalid:9092,127.0.0.1:9092").isAnyKnown())
                .isTrue();
        assertThat(BrokerNames.of("sem.invalid:9092").isAnyKnown()).isFalse();
    }
}
