package energy.sem.quickstart.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import energy.sem.quickstart.StartFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PortsTest {
    @Test
    void the_defaults_are_those_of_the_documentation() {
        Ports ports = new Ports(Ports.DEFAULT_BASE);

        assertThat(ports.of(Service.GATEWAY)).isEqualTo(8080);
        assertThat(ports.of(Service.HISTORY)).isEqualTo(8081);
        assertThat(ports.of(Service.INGEST)).isEqualTo(8082);
        assertThat(ports.of(Service.DISPLAY)).isEqualTo(8083);
        assertThat(ports.kafka()).isEqualTo(19092);
        assertThat(ports.mariaDb()).isEqualTo(13306);
    }

    @Test
    void another_base_moves_all_by_the_same_distance() {
        Ports ports = new Ports(9080);

        assertThat(ports.of(Service.DISPLAY)).isEqualTo(9083);
        assertThat(ports.kafka()).isEqualTo(20092);
        assertThat(ports.mariaDb()).isEqualTo(14306);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 80, 1023, 54_524, 65_535, 1_000_000})
    void a_base_that_leads_to_no_port_is_refused(int base) {
        assertThatThrownBy(() -> new Ports(base))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("--port-base " + base + ": a number from 1024 to 54523 is expected");
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
            assertThatThrownBy(() -> ports.requireFree(false))
                    .isInstanceOf(StartFailure.class)
                    .hasMessage("port " + history + " (history) is taken" + owner
                            + ": stop that program or give other ports with --port-base N.");
        }
        ports.requireFree(true);
    }

    private static Ports freePorts() {
        for (int base = 24_000; base < 44_000; base += 17) {
            try {
                Ports ports = new Ports(base);
                ports.requireFree(true);
                return ports;
            } catch (StartFailure taken) {
                assertThat(taken).hasMessageContaining("is taken");
            }
        }
        throw new AssertionError("no free ports");
    }
}
