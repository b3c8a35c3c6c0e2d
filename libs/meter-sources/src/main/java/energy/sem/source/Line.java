package energy.sem.source;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** An open source. Read by one thread; {@link #close} may come from any and ends a waiting read. */
public interface Line extends Closeable {

    /**
     * Waits at most about a second for bytes.
     *
     * @return how many were read; 0 when none came, -1 when the line has come to its end for good
     * @throws IOException whose message says for people why the line broke
     */
    int read(byte[] into) throws IOException, InterruptedException;

    /** What is wrong although the line is open, in words for people; empty while all may be well. */
    default Optional<String> complaint() {
        return Optional.empty();
    }

    /**
     * Whether there is something here that its sender takes for delivered, so that it is to be read before the line is given
     * up; of the thread that reads. It can be read after {@link #close}, too.
     */
    default boolean hasMore() {
        return false;
    }

    @Override
    void close();
}
