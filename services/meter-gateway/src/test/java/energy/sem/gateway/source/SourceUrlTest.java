package energy.sem.gateway.source;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SourceUrlTest {

    @Test
    void push_reads_nothing() {
        assertThat(SourceUrl.parse("push")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "tcp://192.168.1.7:8088, 192.168.1.7, 8088",
        "tcp://p1-reader.local:23/, p1-reader.local, 23",
        "tcp://ser2net_a:2000, ser2net_a, 2000",
        "tcp://[fe80::1]:8088, fe80::1, 8088",
    })
    void a_tcp_source_has_a_host_and_a_port(String url, String host, int port) {
        assertThat(SourceUrl.parse(url)).contains(new TcpSource(host, port));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http://host",
                "tcp://host",
                "tcp://host:0",
                "tcp://host:65536",
                "tcp://host:port",
                "tcp://:8088",
                "tcp:/host:1",
                "push?x=1",
                "simulated?seed=1",
                "/dev/ttyUSB0",
            })
    void what_is_no_source_is_refused_with_a_line_that_says_so(String url) {
        assertThatThrownBy(() -> SourceUrl.parse(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("[^\n]{20,250}");
    }
}
