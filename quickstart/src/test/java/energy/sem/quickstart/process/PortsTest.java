package energy.sem.quickstart.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.quickstart.StartFailure;

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
    void a_taken_port_of_kafka_is_named_with_its_own_option() throws IOException {
        Ports ports = freePorts();
        try (ServerSocket taken =
                new ServerSocket(ports.kafka(), 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            assertThat(taken.isBound()).isTrue();
            assertThatThrownBy(() -> ports.requireFree(true, 0))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("(Kafka) is taken")
                    .hasMessageEndingWith(": stop that program or give another port with --kafka-port N.");
        }
    }

    @Test
    void relays_that_would_meet_kafka_or_leave_the_range_are_refused() {
        assertThatThrownBy(() -> new Ports(20_000, 20_009, 20_020).requireFree(false, 2))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("--relay: port 20009");
        assertThatThrownBy(() -> new Ports(65_530, 20_009, 20_020).requireFree(false, 1))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("--relay: port 65538");
    }

    @Test
    void a_taken_port_is_named_with_its_owner() throws IOException {
        Ports ports = freePorts();
        int history = ports.of(Service.HISTORY);
        try (ServerSocket taken = new ServerSocket(history, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            String owner = Files.exists(Path.of("/proc/net/tcp"))
                    ? " by process " + ProcessHandle.current().pid() + " (java)"
                    : "";
            assertThat(taken.isBound()).isTrue();
            assertThatThrownBy(() -> ports.requireFree(false, 0))
                    .isInstanceOf(StartFailure.class)
                    .hasMessage("port " + history + " (history) is taken" + owner
                            + ": stop that program or give other ports with --port-base N.");
        }
        ports.requireFree(true, 0);
    }

    private static Ports freePorts() {
        for (int base = 4_000; base < 14_000; base += 17) {
            try {
                Ports ports = new Ports(base, base + 4, base + 5);
                ports.requireFree(true, 0);
                return ports;
            } catch (StartFailure taken) {
                assertThat(taken).hasMessageContaining("is taken");
            }
        }
        throw new AssertionError("no free ports");
    }
}
