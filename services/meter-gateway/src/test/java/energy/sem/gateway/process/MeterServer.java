package energy.sem.gateway.process;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import energy.sem.source.Telegrams;

/** A TCP server that speaks as many meters do, each client one meter: well, not at all, or badly. */
final class MeterServer implements AutoCloseable {
    /** How its meters speak. */
    enum Manner {
        /** A telegram at each interval. */
        WELL,
        /** Nothing, on a connection that stays open. */
        STALLS,
        /** Bytes without an end, none of them a telegram. */
        LIES,
        /** The half of a telegram, then the connection breaks. */
        BREAKS_OFF
    }

    private static final Instant AT = Instant.parse("2026-11-22T09:00:00Z");

    private final Manner manner;
    private final ServerSocket server;
    private final List<Client> clients = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> daemon(task));
    private final AtomicLong connections = new AtomicLong();
    private final AtomicLong sent = new AtomicLong();

    private MeterServer(Manner manner) throws IOException {
        this.manner = manner;
        this.server = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "meter-server");
        thread.setDaemon(true);
        return thread;
    }

    private static final class Client {
        private final OutputStream out;
        private final Socket socket;
        private long number;

        Client(Socket socket) throws IOException {
            this.socket = socket;
            this.out = socket.getOutputStream();
        }
    }

    /** @param every between its telegrams, or what it sends instead */
    static MeterServer start(Manner manner, Duration every) throws IOException {
        MeterServer server = new MeterServer(manner);
        daemon(server::accept).start();
        var unused = server.clock.scheduleAtFixedRate(
                server::speak, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        return server;
    }

    String source() {
        return "tcp://127.0.0.1:" + server.getLocalPort();
    }

    /** How many connections there have been. */
    long connections() {
        return connections.get();
    }

    /** How many whole telegrams were sent. */
    long sent() {
        return sent.get();
    }

    /** Its meters say nothing more; the connections stay. */
    void fallSilent() throws InterruptedException {
        clock.shutdown();
        if (!clock.awaitTermination(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the meters go on speaking");
        }
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                clients.add(new Client(server.accept()));
                connections.incrementAndGet();
            }
        } catch (IOException e) {
            if (!server.isClosed()) {
                throw new IllegalStateException("the server of meters broke", e);
            }
        }
    }

    private void speak() {
        List<Client> gone = new ArrayList<>();
        for (Client client : clients) {
            try {
                speak(client);
            } catch (IOException e) {
                // The gateway was killed or dropped it.
                gone.add(client);
            }
        }
        clients.removeAll(gone);
    }

    private void speak(Client client) throws IOException {
        client.number++;
        byte[] telegram = Telegrams.bytes(AT.plusSeconds(client.number), client.number);
        switch (manner) {
            case WELL -> {
                client.out.write(telegram);
                sent.incrementAndGet();
            }
            case LIES ->
                client.out.write("/LIE5\\no telegram\r\n1-0:1.8.1(".repeat(500).getBytes(StandardCharsets.US_ASCII));
            case BREAKS_OFF -> {
                client.out.write(telegram, 0, telegram.length / 2);
                client.socket.close();
            }
            case STALLS -> client.out.flush();
        }
    }

    @Override
    public void close() throws IOException {
        clock.shutdownNow();
        server.close();
        for (Client client : clients) {
            client.socket.close();
        }
    }
}
