package energy.sem.system.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The network between two parts, as a TCP proxy on loopback: open, cut (connections end, new ones end at once) or silent
 * (connections stay, nothing passes). Thread-safe.
 */
final class Wire implements AutoCloseable {
    private static final int BUFFER = 16 * 1024;

    /** What becomes of bytes. */
    enum State {
        OPEN,
        CUT,
        SILENT
    }

    private final int target;
    private final ServerSocket door;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private State state = State.OPEN;
    private volatile boolean closed;

    private Wire(ServerSocket door, int target) {
        this.door = door;
        this.target = target;
    }

    /** A wire from one port of 127.0.0.1 to another. */
    static Wire between(int port, int target) {
        try {
            Wire wire = new Wire(new ServerSocket(port, 100, loopback()), target);
            daemon("wire to " + target, wire::accept);
            return wire;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From now on so. */
    void set(State next) {
        synchronized (this) {
            state = next;
            notifyAll();
        }
        if (next == State.CUT) {
            sockets.forEach(Wire::close);
        }
    }

    @Override
    public void close() {
        closed = true;
        set(State.CUT);
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!closed) {
            try {
                Socket near = door.accept();
                sockets.add(near);
                daemon("wire to " + target, () -> connect(near));
            } catch (IOException e) {
                // Closed, or out of sockets for a moment.
                Thread.onSpinWait();
            }
        }
    }

    private void connect(Socket near) {
        Socket far = null;
        try {
            if (!passes()) {
                return;
            }
            far = new Socket(loopback(), target);
            sockets.add(far);
            Socket there = far;
            daemon("wire from " + target, () -> pass(there, near));
            pass(near, far);
        } catch (IOException e) {
            // The part behind it is not there: its client sees the connection end.
            close(near);
        } finally {
            end(near);
            end(far);
        }
    }

    private void pass(Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(buffer); count >= 0 && passes(); count = in.read(buffer)) {
                out.write(buffer, 0, count);
            }
            to.shutdownOutput();
        } catch (IOException e) {
            end(from);
            end(to);
        }
    }

    /** Waits while it is silent. */
    private synchronized boolean passes() {
        try {
            while (state == State.SILENT) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        return state == State.OPEN;
    }

    private void end(Socket socket) {
        if (socket != null) {
            sockets.remove(socket);
            close(socket);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InetAddress loopback() throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
