package energy.sem.cli.feed;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import energy.sem.cli.StartFailure;

/**
 * A simulated meter on a TCP port of 127.0.0.1, like a serial port behind a network adapter: whoever connects hears a
 * telegram at each whole second, from {@link #begin()} on; before, an empty line now and then, so that nobody takes the
 * line for dead. Thread-safe.
 */
public final class LiveFeed implements AutoCloseable {
    private static final int KEEP_ALIVE_S = 5;
    private static final byte[] KEEP_ALIVE = {'\r', '\n'};

    private final ServerSocket server;
    private final Function<Instant, byte[]> telegramAt;
    private final CountDownLatch begun = new CountDownLatch(1);

    private LiveFeed(ServerSocket server, Function<Instant, byte[]> telegramAt) {
        this.server = server;
        this.telegramAt = telegramAt;
    }

    /**
     * Listens on a free port.
     *
     * @param name of the meter, for the threads
     * @param telegramAt the telegram of a whole second; called from several threads
     */
    public static LiveFeed open(String name, Function<Instant, byte[]> telegramAt) {
        try {
            ServerSocket server = new ServerSocket(0, 4, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
            LiveFeed feed = new LiveFeed(server, telegramAt);
            start("live " + name, feed::accept);
            return feed;
        } catch (IOException e) {
            throw new StartFailure("no port for the simulated meter " + name + ": " + e.getMessage(), e);
        }
    }

    /** The port it listens on. */
    public int port() {
        return server.getLocalPort();
    }

    /** From now on there are telegrams. */
    public void begin() {
        begun.countDown();
    }

    /** Closes the port; who is connected hears nothing more once this process ends. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new StartFailure("cannot close port " + port() + ": " + e.getMessage(), e);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket listener = server.accept();
                start("live port " + listener.getPort(), () -> serve(listener));
            } catch (IOException e) {
                if (!server.isClosed()) {
                    System.err.println("The simulated meter on port " + port() + " takes no more listeners: " + e);
                }
                return;
            }
        }
    }

    private void serve(Socket listener) {
        try (listener) {
            OutputStream out = listener.getOutputStream();
            while (!begun.await(KEEP_ALIVE_S, TimeUnit.SECONDS)) {
                out.write(KEEP_ALIVE);
            }
            Instant second = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            while (!server.isClosed()) {
                second = second.plusSeconds(1);
                Pause.until(second);
                out.write(telegramAt.apply(second));
                out.flush();
            }
        } catch (IOException e) {
            // The listener has gone; it connects again when it wants to.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
