package energy.sem.history.api;

import java.util.concurrent.Semaphore;

import io.vertx.ext.web.RoutingContext;

import energy.sem.base.Problem;

/** How many may do something at once; each has its place until its answer is sent or its reader is gone. Thread-safe. */
final class Places {
    private final Semaphore free;
    private final String refusal;
    private final int retrySeconds;

    /** @param refusal what those are told for whom there is none */
    Places(int most, String refusal, int retrySeconds) {
        this.free = new Semaphore(most);
        this.refusal = refusal;
        this.retrySeconds = retrySeconds;
    }

    /**
     * Takes one until the request has ended.
     *
     * @throws Problem 429 when there is none
     */
    void take(RoutingContext request) {
        if (!free.tryAcquire()) {
            throw Problem.tooManyRequests(refusal, retrySeconds);
        }
        request.addEndHandler(ended -> free.release());
    }
}
