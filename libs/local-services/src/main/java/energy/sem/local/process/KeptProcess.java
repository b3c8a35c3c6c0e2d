package energy.sem.local.process;

import java.util.Optional;

/** A program of this machine that is kept running: whoever keeps it can look at it, and start it again when it has ended. */
public interface KeptProcess {

    /** What messages call it. */
    String name();

    boolean isAlive();

    /**
     * Starts it again with the same settings and data; does nothing when it runs.
     *
     * @throws energy.sem.local.LocalServiceException when it does not start; the message says why, in words
     */
    void restart();

    /** Whether it does its work. */
    boolean isReady() throws InterruptedException;

    /**
     * Ends it when it says of itself, several times in a row, that it cannot go on: only another start helps then. One that says
     * nothing is left alone.
     *
     * @return what it said, a clause that names it; empty when it was not ended
     */
    default Optional<String> endIfItCannotGoOn() throws InterruptedException {
        return Optional.empty();
    }

    /** Why it ended, once it has: a clause that names it, such as {@code Kafka was killed by signal 9}. */
    String endInWords();
}
