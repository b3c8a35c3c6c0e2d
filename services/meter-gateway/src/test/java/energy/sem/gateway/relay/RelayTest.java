package energy.sem.gateway.relay;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import energy.sem.source.Telegrams;

import static energy.sem.tests.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

class RelayTest {
    private static final byte[] AS_IT_COMES = Telegrams.bytes(Instant.parse("2026-11-22T12:00:00Z"), 1);

    // What the framer hands on: without the line end behind the CRC.
    private static final byte[] TELEGRAM =
            new String(AS_IT_COMES, StandardCharsets.ISO_8859_1).stripTrailing().getBytes(StandardCharsets.ISO_8859_1);

    private final Relay relay = new Relay("home");
    private final Vertx vertx = Vertx.vertx();
    private NetServer server;

    @BeforeEach
    void listen() {
        server = vertx.createNetServer(new NetServerOptions().setHost("127.0.0.1"))
                .connectHandler(relay::add)
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void every_client_gets_every_telegram_byte_for_byte_as_the_meter_sent_it() throws IOException {
        try (Socket one = connected(1);
                Socket two = connected(2)) {
            relay.send(TELEGRAM);
            relay.send(TELEGRAM);

            for (Socket client : new Socket[] {one, two}) {
                assertThat(client.getInputStream().readNBytes(AS_IT_COMES.length))
                        .isEqualTo(AS_IT_COMES);
                assertThat(client.getInputStream().readNBytes(AS_IT_COMES.length))
                        .isEqualTo(AS_IT_COMES);
            }
        }
    }

    @Test
    void a_client_that_does_not_read_is_dropped_while_the_others_go_on() throws IOException {
        try (Socket slow = connected(1);
                Socket good = connected(2)) {
            // More than the system's own buffers hold, each telegram read by the good one before the next is sent.
            await().atMost(Duration.ofSeconds(60)).until(() -> {
                for (int i = 0; i < 1_000; i++) {
                    relay.send(TELEGRAM);
                    assertThat(good.getInputStream().readNBytes(AS_IT_COMES.length))
                            .isEqualTo(AS_IT_COMES);
                }
                return relay.clients() == 1;
            });
            assertThat(slow.isConnected()).isTrue();
        }
    }

    @Test
    void a_client_that_goes_is_forgotten_and_what_clients_send_is_ignored() throws IOException {
        try (Socket client = connected(1)) {
            client.getOutputStream().write(new byte[10_000]);
            relay.send(TELEGRAM);
            assertThat(client.getInputStream().readNBytes(AS_IT_COMES.length)).isEqualTo(AS_IT_COMES);
        }
        await().until(() -> relay.clients() == 0);
        relay.send(TELEGRAM);
    }

    @Test
    void there_is_a_most_of_clients() throws IOException {
        Socket[] clients = new Socket[Relay.MOST_CLIENTS];
        for (int i = 0; i < clients.length; i++) {
            clients[i] = connected(i + 1);
        }
        try (Socket tooMany = new Socket(InetAddress.getLoopbackAddress(), server.actualPort())) {
            tooMany.setSoTimeout(20_000);
            assertThat(tooMany.getInputStream().read()).isEqualTo(-1);
        }
        for (Socket client : clients) {
            client.close();
        }
    }

    private Socket connected(int clients) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.actualPort());
        socket.setSoTimeout(20_000);
        await().until(() -> relay.clients() == clients);
        return socket;
    }
}
