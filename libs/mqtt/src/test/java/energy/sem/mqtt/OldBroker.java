package energy.sem.mqtt;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Stands before a broker and refuses MQTT 5 as one of before 2019 does; what speaks 3.1.1 is let through. */
final class OldBroker implements AutoCloseable {
    /** In a CONNECT with a length of one byte: its two bytes, the length of the name, MQTT, then the level. */
    private static final int LEVEL_AT = 8;

    private static final byte[] CONNACK_UNACCEPTABLE_VERSION = {0x20, 2, 0, 1};

    private final ServerSocket server;
    private final int behind;
    private final boolean says;

    private OldBroker(ServerSocket server, int behind, boolean says) {
        this.server = server;
        this.behind = behind;
        this.says = says;
    }

    /** @param says whether it says so before it hangs up (MQTT 3.1.1, 3.2.2.3) */
    static OldBroker before(int behind, boolean says) throws IOException {
        OldBroker broker = new OldBroker(new ServerSocket(0, 10, InetAddress.getLoopbackAddress()), behind, says);
        start(broker::accept);
        return broker;
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = server.accept();
            start(() -> serve(client));
        }
    }

    private void serve(Socket client) throws IOException {
        byte[] head = client.getInputStream().readNBytes(LEVEL_AT + 1);
        if (head[LEVEL_AT] == 5) {
            // All that it has sent is taken first, or closing would be a reset.
            client.getInputStream().readNBytes(head[1] + 2 - head.length);
            if (says) {
                client.getOutputStream().write(CONNACK_UNACCEPTABLE_VERSION);
            }
            client.close();
            return;
        }
        Socket broker = new Socket(InetAddress.getLoopbackAddress(), behind);
        broker.getOutputStream().write(head);
        start(() -> pump(broker.getInputStream(), client.getOutputStream()));
        pump(client.getInputStream(), broker.getOutputStream());
    }

    private static void pump(InputStream from, OutputStream to) throws IOException {
        from.transferTo(to);
        to.close();
    }

    private static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // The test is over.
                return;
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private interface Work {
        void run() throws IOException;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
