package energy.sem.cli.registry;

import java.net.URI;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class GatewayOptionsTest {
    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8081, http://127.0.0.1:8080",
        "http://pi:8081/,       http://pi:8080",
        "http://pi.local,       http://pi.local:8080",
        "http://[fd00::1]:8081, http://[fd00::1]:8080",
    })
    void who_knows_history_only_finds_the_gateway_on_the_same_host(URI history, URI gateway) {
        assertThat(GatewayOptions.beside(history)).isEqualTo(gateway);
    }
}
