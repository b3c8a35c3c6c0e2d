package energy.sem.gateway.source;

import java.nio.file.Path;
import java.util.Optional;

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

    @Test
    void a_serial_source_finds_its_settings_unless_told() {
        String device = "/dev/serial/by-id/usb-FTDI_P1-if00-port0";

        assertThat(SourceUrl.parse("serial:" + device)).contains(new SerialSource(device, Optional.empty()));
        assertThat(SourceUrl.parse("serial:" + device + "?baud=9600&format=7E1"))
                .contains(new SerialSource(device, Optional.of(new SerialSettings(9600, 7, true))));
        assertThat(SourceUrl.parse("serial:" + device + "?format=7E1"))
                .contains(new SerialSource(device, Optional.of(new SerialSettings(9600, 7, true))));
        assertThat(SourceUrl.parse("serial:auto").orElseThrow()).isInstanceOf(SerialAutoSource.class);
    }

    @Test
    void a_replay_has_a_speed() {
        assertThat(SourceUrl.parse("replay:/tmp/a.txt")).contains(new ReplaySource(Path.of("/tmp/a.txt"), 1));
        assertThat(SourceUrl.parse("replay:/tmp/a.txt?speed=10")).contains(new ReplaySource(Path.of("/tmp/a.txt"), 10));
    }

    @Test
    void a_homewizard_has_a_host() {
        assertThat(SourceUrl.parse("homewizard://192.168.1.9")).contains(new HomeWizardSource("192.168.1.9"));
        assertThat(SourceUrl.parse("homewizard://p1.local:8080/")).contains(new HomeWizardSource("p1.local:8080"));
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
                "serial:",
                "serial:ttyUSB0",
                "serial:/dev/ttyUSB0?baud=fast",
                "serial:/dev/ttyUSB0?format=9E9",
                "homewizard://",
                "homewizard://a/b",
                "replay:relative",
                "replay:/a?speed=0",
            })
    void what_is_no_source_is_refused_with_a_line_that_says_so(String url) {
        assertThatThrownBy(() -> SourceUrl.parse(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("[^\n]{20,250}");
    }
}
