package energy.sem.local.process;

import java.net.InetAddress;
import java.net.ServerSocket;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import energy.sem.local.LocalServiceException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FreePortTest {

    @RepeatedTest(20)
    void a_found_port_lies_below_those_of_outgoing_connections_and_is_free() {
        int port = FreePort.find();
        assertThat(port).isBetween(10_000, 15_999);
        FreePort.require(port, "the test");
    }

    @Test
    void a_taken_port_is_named_with_who_wants_it() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> FreePort.require(taken.getLocalPort(), "Kafka"))
                    .isInstanceOf(LocalServiceException.class)
                    .hasMessageContainingAll("port " + taken.getLocalPort(), "Kafka", "listens there");
        }
    }
}
