package energy.sem.ingest.past;

import org.jboss.logging.Logger;

import energy.sem.ingest.statement.DatabaseFault;

/**
 * Does something whose ground may change under it: twice while live readings go on, then with the meter's lock, and not for ever.
 * Thread-safe.
 */
final class Tries {
    private static final Logger LOG = Logger.getLogger(Tries.class);

    /** Afterwards live readings have to wait: a file that reaches up to now would else never be done. */
    private static final int UNLOCKED = 2;

    /** One more with the lock: at the first of them the meter may not have been there to be locked. */
    private static final int MOST = 4;

    /** What is done. */
    interface Attempt<T> {
        /**
         * Does it in a transaction of its own.
         *
         * @param lockFirst whether live readings have to wait from the start
         * @throws ChangedMeanwhile when it has to be done again
         * @throws RuntimeException when the database refuses; it is done again where another writer was in the way
         */
        T with(boolean lockFirst);
    }

    /**
     * Looks until nothing changes meanwhile; never with the lock.
     *
     * @throws Refusal that of the attempt, or when it changed each time
     */
    static <T> T looking(String meter, Attempt<T> attempt) {
        return until(meter, Integer.MAX_VALUE, attempt);
    }

    /**
     * Does it until nothing changes meanwhile. What is refused without the lock is asked again with it: it was said of what may have
     * changed.
     *
     * @throws Refusal that of the attempt with the lock, or when it changed each time
     */
    static <T> T writing(String meter, Attempt<T> attempt) {
        return until(meter, UNLOCKED, attempt);
    }

    private static <T> T until(String meter, int unlocked, Attempt<T> attempt) {
        for (int tries = 1; tries <= MOST; tries++) {
            boolean lockFirst = tries > unlocked;
            try {
                return attempt.with(lockFirst);
            } catch (Refusal e) {
                if (lockFirst || unlocked > MOST) {
                    throw e;
                }
                tries = unlocked;
            } catch (ChangedMeanwhile e) {
                LOG.debugf("what is known of meter %s changed meanwhile: it is looked at again", meter);
            } catch (RuntimeException e) {
                // Such as a live reading that was committed on another node of a cluster, which no lock keeps away.
                if (DatabaseFault.of(e) != DatabaseFault.CONTENTION) {
                    throw e;
                }
                LOG.debugf("another writer was in the way of meter %s: it is looked at again", meter);
            }
        }
        LOG.warnf("what is known of meter %s changed each of %d times that an import looked at it", meter, MOST);
        throw new Refusal(
                ("What SEM knows of the meter changed each of the %d times that it was compared: nothing was written. Try"
                                + " again in some minutes; if it is said again, it is a fault of SEM: report it, with ingest's log.")
                        .formatted(MOST));
    }

    private Tries() {}
}
