package energy.sem.source;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TcpSourceTest {
    private final byte[] buffer = new byte[100];

    @Test
    void bytes_are_read_as_they_come_and_a_stalled_server_gives_none() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Line line = open(server);
                Socket reader = server.accept()) {
            reader.getOutputStream().write(new byte[] {1, 2, 3});

            assertThat(line.read(buffer)).isEqualTo(3);
            assertThat(line.read(buffer)).isZero();
        }
    }

    @Test
    void a_server_that_closes_is_said_in_words() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Line line = open(server)) {
            server.accept().close();

            assertThatThrownBy(() -> line.read(buffer))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("closed the connection");
        }
    }

    @Test
    void a_refused_connection_is_said_in_words() throws Exception {
        int port;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = server.getLocalPort();
        }

        assertThatThrownBy(() -> new TcpSource("127.0.0.1", port).open())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("refuses the connection");
    }

    @Test
    void an_unknown_name_is_said_in_words() {
        assertThatThrownBy(() -> new TcpSource("no-such-reader.invalid", 1).open())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no-such-reader.invalid is not known");
    }

    @Test
    void closing_from_another_thread_ends_a_read() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Line line = open(server);
                Socket reader = server.accept()) {
            CompletableFuture<Void> closed = CompletableFuture.runAsync(line::close);

            assertThatThrownBy(() -> {
                        while (line.read(buffer) == 0) {
                            assertThat(reader.isConnected()).isTrue();
                        }
                    })
                    .isInstanceOf(IOException.class);
            closed.join();
        }
    }

    private static Line open(ServerSocket server) throws IOException {
        return new TcpSource("127.0.0.1", server.getLocalPort()).open();
    }
}
