package energy.sem.system.faults;

import java.io.IOException;

/** A meter that speaks until it is closed, and knows what it said. */
interface Sender extends AutoCloseable {
    /** Its name. */
    String meter();

    /** The electricity meter's serial number. */
    String serial();

    /** What it said, and what was taken. */
    Ledger ledger();

    /** Whether it cannot be asked to say something again. */
    boolean isCable();

    /** Says no more; comes back when its last word is said. */
    @Override
    void close() throws IOException;

    /** Waits for the end of a thread that has been told to end; not if this one is interrupted. */
    static void awaitEnd(Thread thread, long millis) {
        try {
            thread.join(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
