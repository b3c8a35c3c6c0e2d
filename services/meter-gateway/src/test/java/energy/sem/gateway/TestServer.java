package energy.sem.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A TCP server like ser2net: whatever is written to its control port goes to whoever connected last to its port, whose
 * connection is closed when the control connection is.
 */
public final class TestServer implements AutoCloseable {
    private final ServerSocket clients;
    private final ServerSocket control;
    private final LinkedBlockingQueue<Socket> connected = new LinkedBlockingQueue<>();

    private TestServer(ServerSocket clients, ServerSocket control) {
        this.clients = clients;
        this.control = control;
    }

    /** Starts it on two free ports. */
    public static TestServer start() {
        try {
            TestServer server = new TestServer(
                    new ServerSocket(0, 5, InetAddress.getLoopbackAddress()),
                    new ServerSocket(0, 5, InetAddress.getLoopbackAddress()));
            server.inBackground(server::accept);
            server.inBackground(server::relay);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return clients.getLocalPort();
    }

    public int controlPort() {
        return control.getLocalPort();
    }

    private interface Step {
        void run() throws IOException, InterruptedException;
    }

    private void inBackground(Step step) {
        Thread thread = new Thread(
                () -> {
                    while (!control.isClosed()) {
                        try {
                            step.run();
                        } catch (IOException e) {
                            // The gateway or the test ended the connection: on to the next.
                        } catch (InterruptedException e) {
                            return;
                        }
                    }
                },
                "test-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() throws IOException {
        Socket newest = clients.accept();
        for (Socket older = connected.poll(); older != null; older = connected.poll()) {
            older.close();
        }
        connected.add(newest);
    }

    private void relay() throws IOException, InterruptedException {
        try (Socket from = control.accept();
                Socket to = living()) {
            InputStream in = from.getInputStream();
            byte[] buffer = new byte[4096];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                to.getOutputStream().write(buffer, 0, count);
                to.getOutputStream().flush();
            }
        }
    }

    // A gateway that heard nothing for a minute has closed its connection and opens another.
    private Socket living() throws InterruptedException {
        while (true) {
            Socket client = connected.take();
            if (isOpen(client)) {
                return client;
            }
        }
    }

    private static boolean isOpen(Socket client) {
        try {
            client.setSoTimeout(1);
            return client.getInputStream().read() >= 0;
        } catch (SocketTimeoutException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            control.close();
            clients.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
