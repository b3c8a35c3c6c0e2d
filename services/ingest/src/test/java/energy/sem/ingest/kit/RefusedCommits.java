package energy.sem.ingest.kit;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * A wire to a MariaDB server that refuses some commits as a Galera cluster does of which another node was first: the transaction
 * is rolled back, and COMMIT is answered by error 1213. On one server no commit is refused so, and on a cluster none at will.
 */
public final class RefusedCommits implements AutoCloseable {
    private static final byte[] COMMIT = "\3COMMIT".getBytes(US_ASCII);
    private static final byte[] ROLLBACK = "\3ROLLBACK".getBytes(US_ASCII);
    private static final byte[] REFUSED =
            "\u00ff\u00bd\u0004#40001Deadlock found when trying to get lock".getBytes(ISO_8859_1);

    private final ServerSocket door = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    private final int server;
    private final AtomicInteger toRefuse = new AtomicInteger();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private RefusedCommits(int server) throws IOException {
        this.server = server;
    }

    /** A wire to the server at this port of the loopback. */
    public static RefusedCommits to(int server) throws IOException {
        RefusedCommits wire = new RefusedCommits(server);
        wire.run(wire::accept);
        return wire;
    }

    public int port() {
        return door.getLocalPort();
    }

    /** So many of the next commits are refused. */
    public void refuse(int commits) {
        toRefuse.set(commits);
    }

    /** How many of them have not been yet. */
    public int left() {
        return toRefuse.get();
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket each : open) {
            each.close();
        }
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = door.accept();
            Socket behind = new Socket(InetAddress.getLoopbackAddress(), server);
            AtomicBoolean refusing = new AtomicBoolean();
            run(() -> pass(client, behind, packet -> {
                if (!Arrays.equals(packet, COMMIT) || toRefuse.getAndUpdate(left -> Math.max(0, left - 1)) == 0) {
                    return packet;
                }
                refusing.set(true);
                return ROLLBACK;
            }));
            run(() -> pass(behind, client, packet -> refusing.getAndSet(false) ? REFUSED : packet));
        }
    }

    private void pass(Socket from, Socket to, Replacement replacement) throws IOException {
        open.add(from);
        to.setTcpNoDelay(true);
        try (from;
                to) {
            DataInputStream in = new DataInputStream(from.getInputStream());
            OutputStream out = to.getOutputStream();
            while (true) {
                byte[] head = new byte[4];
                in.readFully(head);
                byte[] packet = new byte[(head[0] & 0xff) | (head[1] & 0xff) << 8 | (head[2] & 0xff) << 16];
                in.readFully(packet);
                byte[] passed = replacement.of(packet);
                byte[] whole = new byte[head.length + passed.length];
                whole[0] = (byte) passed.length;
                whole[1] = (byte) (passed.length >> 8);
                whole[2] = (byte) (passed.length >> 16);
                whole[3] = head[3];
                System.arraycopy(passed, 0, whole, head.length, passed.length);
                out.write(whole);
                out.flush();
            }
        } finally {
            open.remove(from);
        }
    }

    private void run(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // One of both ends has closed it.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private interface Work {
        void run() throws IOException;
    }

    private interface Replacement {
        byte[] of(byte[] packet);
    }
}
