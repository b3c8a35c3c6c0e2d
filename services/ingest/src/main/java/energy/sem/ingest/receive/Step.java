package energy.sem.ingest.receive;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;

import org.jboss.logging.Logger;

/**
 * One step of a batch's way, beside the others: it takes one batch after the other, and who hands over the next waits while
 * it is busy. So each step is at most one batch ahead, and they stay in order. For one thread that hands over.
 */
final class Step<T> {
    private static final Logger LOG = Logger.getLogger(Step.class);

    private final Executor executor;
    private final Work<T> work;
    private final Semaphore free = new Semaphore(1);
    private final Set<Thread> busy = ConcurrentHashMap.newKeySet();
    private volatile Throwable failure;

    Step(Executor executor, Work<T> work) {
        this.executor = executor;
        this.work = work;
    }

    /**
     * Comes back when the step has begun with this batch, and so has done the one before.
     *
     * @throws IllegalStateException when it has failed with one before, after which nothing goes on, or the service stops
     */
    void hand(T batch) throws InterruptedException {
        busy.add(Thread.currentThread());
        try {
            free.acquire();
        } finally {
            busy.remove(Thread.currentThread());
        }
        if (failure != null) {
            free.release();
            throw new IllegalStateException("a batch before this one failed", failure);
        }
        try {
            executor.execute(() -> run(batch));
        } catch (RejectedExecutionException e) {
            free.release();
            throw new IllegalStateException("the service stops; what is not stored will be read again", e);
        }
    }

    /** Interrupts what it does and who waits for it. */
    void stop() {
        busy.forEach(Thread::interrupt);
    }

    private void run(T batch) {
        busy.add(Thread.currentThread());
        try {
            work.run(batch);
        } catch (InterruptedException e) {
            failure = e;
        } catch (RuntimeException | Error e) {
            LOG.error("a batch was not stored, nothing goes on from here: it will be read again after a restart", e);
            failure = e;
        } finally {
            busy.remove(Thread.currentThread());
            free.release();
        }
    }

    /** What is done with a batch. */
    interface Work<T> {
        void run(T batch) throws InterruptedException;
    }
}
