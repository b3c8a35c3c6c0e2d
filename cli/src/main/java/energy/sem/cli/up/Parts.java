package energy.sem.cli.up;

import java.util.ArrayDeque;
import java.util.Deque;

import energy.sem.cli.StartFailure;

/** What has been started; closing closes all of it, last started first. Thread-safe. */
final class Parts implements AutoCloseable {
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private boolean closed;

    /**
     * Keeps a part for closing.
     *
     * @return the part
     * @throws StartFailure when everything is being stopped already; the part is closed then
     */
    synchronized <T extends AutoCloseable> T add(T part) {
        if (closed) {
            close(part);
            throw new StartFailure("stopped while starting");
        }
        started.push(part);
        return part;
    }

    @Override
    public synchronized void close() {
        closed = true;
        while (!started.isEmpty()) {
            close(started.pop());
        }
    }

    /** One part that does not close must not keep the others running. */
    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            System.err.println("While stopping: " + e.getMessage());
        }
    }
}
