package energy.sem.history.api;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

import energy.sem.base.Problem;

/** Lets one question at a time through, in the order in which they came. Thread-safe. */
@InTurn
@Interceptor
@Priority(Turns.BEFORE_TRANSACTIONS)
class Turns {
    /** Who waits holds no connection: transactions begin at {@code PLATFORM_BEFORE + 200}. */
    static final int BEFORE_TRANSACTIONS = Interceptor.Priority.PLATFORM_BEFORE + 100;

    /** A page asks six questions at once and would rather wait than be refused. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final int RETRY_SECONDS = 5;

    /** One for all: each place that is marked has an interceptor of its own. */
    private static final Semaphore FREE = new Semaphore(1, true);

    @AroundInvoke
    Object inTurn(InvocationContext question) throws Exception {
        return inTurn(FREE, PATIENCE, question::proceed);
    }

    /** What is done in turn. */
    interface Work {
        Object done() throws Exception;
    }

    /**
     * Does it when it is its turn.
     *
     * @throws Problem 503 when that is not within the time
     */
    static Object inTurn(Semaphore free, Duration patience, Work work) throws Exception {
        if (!free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw Problem.unavailable(
                    "Other bills or groups are being worked out. Ask again in a moment.", RETRY_SECONDS);
        }
        try {
            return work.done();
        } finally {
            free.release();
        }
    }
}
