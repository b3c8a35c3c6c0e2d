package energy.sem.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SourcesTest {
    private static final Sources SOURCES = Sources.found();

    @Test
    void push_reads_nothing() {
        assertThat(parse("push")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "tcp://192.168.1.7:8088, 192.168.1.7, 8088",
        "tcp://p1-reader.local:23/, p1-reader.local, 23",
        "tcp://ser2net_a:2000, ser2net_a, 2000",
        "tcp://[fe80::1]:8088, fe80::1, 8088",
    })
    void a_tcp_source_has_a_host_and_a_port(String url, String host, int port) {
        assertThat(parse(url)).contains(new TcpSource(host, port));
    }

    @Test
    void a_serial_source_finds_its_settings_unless_told() {
        String device = "/dev/serial/by-id/usb-FTDI_P1-if00-port0";

        assertThat(parse("serial:" + device)).contains(new SerialSource(device, Optional.empty()));
        assertThat(parse("serial:" + device + "?baud=9600&format=7E1"))
                .contains(new SerialSource(device, Optional.of(new SerialSettings(9600, 7, true))));
        assertThat(parse("serial:" + device + "?format=7E1"))
                .contains(new SerialSource(device, Optional.of(new SerialSettings(9600, 7, true))));
        assertThat(parse("serial:auto").orElseThrow()).isInstanceOf(SerialAutoSource.class);
    }

    @Test
    void a_replay_has_a_speed() {
        assertThat(parse("replay:/tmp/a.txt")).contains(new ReplaySource(Path.of("/tmp/a.txt"), 1));
        assertThat(parse("replay:/tmp/a.txt?speed=10")).contains(new ReplaySource(Path.of("/tmp/a.txt"), 10));
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
                "pushy",
                "serial",
                "simulated?seed=1",
                "/dev/ttyUSB0",
                "serial:",
                "serial:ttyUSB0",
                "serial:/dev/ttyUSB0?baud=fast",
                "serial:/dev/ttyUSB0?format=9E9",
                "serial:/dev/ttyUSB0?format=8N2",
                "serial:/dev/ttyUSB0?speed=9600",
                "serial:auto?baud=x",
                "tcp://ser2net:99999",
                "push:now",
                "mqtt",
                "simulatedx",
                "replay:",
                "homewizard://",
                "homewizard://a/b",
                "replay:relative",
                "replay:/a?speed=0",
            })
    void what_is_no_source_is_refused_with_a_line_that_says_so(String url) {
        assertThatThrownBy(() -> parse(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("[^\n]{20,350}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "serial:/dev/ttyUSB0",
                "serial:/dev/ttyUSB0?baud=9600",
                "serial:/dev/ttyUSB0?format=8N1",
                "serial:auto?baud=9600",
                "tcp://[fe80::1%eth0]:2001",
                "tcp://ser2net:65535",
                "homewizard://[fe80::1]",
                "replay:/tmp/recording?speed=10",
                " push ",
            })
    void what_is_a_source_is_taken(String url) {
        parse(url);
    }

    @Test
    void every_form_that_is_listed_is_taken() {
        assertThat(SOURCES.forms()).hasSizeGreaterThanOrEqualTo(6);
        assertThat(SOURCES.forms()).allSatisfy(form -> {
            assertThat(form.words()).isNotBlank();
            parse(form.text().replace("port", "2001"));
        });
    }

    @Test
    void what_no_kind_knows_is_answered_with_all_forms() {
        assertThatThrownBy(() -> parse("carrier-pigeon://roof"))
                .hasMessageContainingAll(
                        SOURCES.forms().stream().map(SourceKind.Form::text).toArray(String[]::new));
    }

    @Test
    void a_token_for_a_source_that_takes_none_is_a_slip_of_the_pen() {
        assertThatThrownBy(() -> SOURCES.parse("tcp://host:1", Credentials.token("0123")))
                .hasMessage("a source of the kind tcp takes no token");
    }

    @Test
    void another_kind_can_be_added_and_is_listed_last() {
        SourceKind pigeon = new SourceKind() {
            @Override
            public String scheme() {
                return "pigeon";
            }

            @Override
            public List<Form> forms() {
                return List.of(new Form("pigeon:loft", "slow"));
            }

            @Override
            public Optional<Source> parse(String url, Credentials credentials) {
                return Optional.empty();
            }
        };

        assertThat(SOURCES.and(pigeon).forms()).endsWith(new SourceKind.Form("pigeon:loft", "slow"));
        assertThat(SOURCES.and(pigeon).parse("pigeon:x", Credentials.NONE)).isEmpty();
        assertThatThrownBy(() -> SOURCES.and(new PushKind())).hasMessageContaining("push");
    }

    private static Optional<Source> parse(String url) {
        return SOURCES.parse(url, Credentials.NONE);
    }
}
