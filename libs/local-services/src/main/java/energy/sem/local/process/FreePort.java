package energy.sem.local.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.concurrent.ThreadLocalRandom;

import energy.sem.local.LocalServiceException;

/** Which ports are free. */
public final class FreePort {

    // Below the ports that systems hand out to outgoing connections (Linux 32768, gVisor 16000, RFC 6335 49152): a
    // server that is
    // stopped and started again on its port must not find it taken by a client of another.
    private static final int FIRST = 10_000;
    private static final int COUNT = 6_000;

    private FreePort() {}

    /** A port between 10000 and 15999 on which nobody listens now. */
    public static int find() {
        for (int attempt = 0; attempt < 200; attempt++) {
            int port = FIRST + ThreadLocalRandom.current().nextInt(COUNT);
            if (isFree(port)) {
                return port;
            }
        }
        throw new LocalServiceException("no free port between " + FIRST + " and " + (FIRST + COUNT - 1));
    }

    /**
     * Fails when somebody listens on {@code port} of 127.0.0.1.
     *
     * @param wantedBy who wants it, for the message
     * @throws PortTakenException naming the port, who wants it, and who has it where the system tells
     */
    public static void require(int port, String wantedBy) {
        if (!isFree(port)) {
            String owner = PortOwner.find(port).orElse("something else");
            throw new PortTakenException(wantedBy + " cannot open its port " + port + ", " + owner
                    + " listens there: stop that program or choose another port");
        }
    }

    /** Whether nobody listens on {@code port} of 127.0.0.1 now. */
    public static boolean isFree(int port) {
        try {
            return isFree(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }

    /** Whether nobody listens on {@code port} of any address of this machine now. */
    public static boolean isFreeOnAllAddresses(int port) {
        return isFree(new InetSocketAddress(port));
    }

    private static boolean isFree(InetSocketAddress address) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(address, 1);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
