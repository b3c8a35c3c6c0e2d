package energy.sem.local.process;

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

    /** Why it ended, once it has: a clause that names it, such as {@code Kafka was killed by signal 9}. */
    String endInWords();
}
