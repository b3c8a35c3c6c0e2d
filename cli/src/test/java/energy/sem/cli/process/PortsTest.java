package energy.sem.cli.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.cli.StartFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PortsTest {
    @Test
    void the_defaults_are_those_of_the_documentation() {
        Ports ports = new Ports(Ports.DEFAULT_BASE, Ports.DEFAULT_KAFKA, Ports.DEFAULT_MARIADB);

        assertThat(ports.of(Service.GATEWAY)).isEqualTo(8080);
        assertThat(ports.of(Service.HISTORY)).isEqualTo(8081);
        assertThat(ports.of(Service.INGEST)).isEqualTo(8082);
        assertThat(ports.of(Service.DISPLAY)).isEqualTo(8083);
        assertThat(ports.relay(0)).isEqualTo(8088);
        assertThat(ports.kafka()).isEqualTo(19092);
        assertThat(ports.mariaDb()).isEqualTo(13306);
    }

    @Test
    void another_base_moves_the_four_http_ports_only() {
        Ports ports = new Ports(9080, Ports.DEFAULT_KAFKA, Ports.DEFAULT_MARIADB);

        assertThat(ports.of(Service.DISPLAY)).isEqualTo(9083);
        assertThat(ports.kafka()).isEqualTo(19092);
        assertThat(ports.mariaDb()).isEqualTo(13306);
    }

    @ParameterizedTest
    @CsvSource({
        "--port-base, -1, 19092, 13306, '--port-base -1: a number from 1024 to 65532'",
        "--port-base, 1023, 19092, 13306, '--port-base 1023: a number from 1024 to 65532'",
        "--port-base, 65533, 19092, 13306, '--port-base 65533: a number from 1024 to 65532'",
        "--kafka-port, 8080, 80, 13306, '--kafka-port 80: a number from 1024 to 65535'",
        "--mariadb-port, 8080, 19092, 1000000, '--mariadb-port 1000000: a number from 1024 to 65535'",
        "overlap, 8080, 8083, 13306, overlap",
        "overlap, 8080, 19092, 8080, overlap",
        "overlap, 8080, 19092, 19092, overlap",
    })
    void ports_that_cannot_be_are_refused(String what, int base, int kafka, int mariaDb, String message) {
        assertThatThrownBy(() -> new Ports(base, kafka, mariaDb))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining(message)
                .hasMessageContaining(what);
    }

    @Test
    void every_taken_port_is_named_with_its_owner_and_its_option() throws IOException {
        Ports ports = freePorts();
        try (ServerSocket history = listen(ports.of(Service.HISTORY));
                ServerSocket kafka = listen(ports.kafka())) {
            String owner = Files.exists(Path.of("/proc/net/tcp"))
                    ? " by process " + ProcessHandle.current().pid() + " (java)"
                    : "";

            List<TakenPort> taken = ports.taken(false, 0);

            assertThat(taken)
                    .extracting(TakenPort::inWords)
                    .containsExactly(
                            "port " + history.getLocalPort() + " (history) is taken" + owner + ".",
                            "port " + kafka.getLocalPort() + " (Kafka) is taken" + owner + ".");
            assertThat(taken).extracting(TakenPort::option).containsExactly("--port-base", "--kafka-port");
        }
        assertThat(ports.taken(true, 0)).isEmpty();
    }

    @Test
    void instead_of_those_taken_others_are_offered_and_the_rest_stays() throws IOException {
        Ports ports = freePorts();
        try (ServerSocket display = listen(ports.of(Service.DISPLAY))) {
            List<TakenPort> taken = ports.taken(false, 2);

            Ports other = ports.insteadOf(taken, false, 2).orElseThrow();

            assertThat(display.isBound()).isTrue();
            assertThat(other.base()).isGreaterThan(ports.base());
            assertThat(other.kafka()).isEqualTo(ports.kafka());
            assertThat(other.mariaDb()).isEqualTo(ports.mariaDb());
            assertThat(other.taken(false, 2)).isEmpty();
        }
    }

    @Test
    void relays_that_would_meet_kafka_or_leave_the_range_are_refused() {
        assertThat(new Ports(20_000, 20_009, 20_020).taken(false, 2))
                .extracting(TakenPort::inWords)
                .contains("port 20009 (P1 relay) is not free for a relay.");
        assertThat(new Ports(65_530, 20_009, 20_020).taken(false, 1))
                .extracting(TakenPort::inWords)
                .contains("port 65538 (P1 relay) is not free for a relay.");
    }

    private static ServerSocket listen(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    }

    private static Ports freePorts() {
        for (int base = 4_000; base < 14_000; base += 17) {
            Ports ports = new Ports(base, base + 4, base + 5);
            if (ports.taken(true, 0).isEmpty()) {
                return ports;
            }
        }
        throw new AssertionError("no free ports");
    }
}
