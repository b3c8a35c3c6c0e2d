package energy.sem.base;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Limits how often an address may come with a wrong key: ten times, and again once every six seconds. Ask it of wrong keys
 * only: a right one is always let in, or one misconfigured device behind a router or a proxy would shut out the others.
 * Memory is bounded. Thread-safe.
 */
public final class FailureLimit {
    private static final int FAILURES = 10;
    private static final Duration PER_FAILURE = Duration.ofSeconds(6);
    private static final int ADDRESSES = 10_000;

    private final Clock clock;

    // Until when the failures of an address count; each moves it on. Least recently used first, so that a flood of
    // addresses pushes out the quiet ones.
    private final Map<String, Instant> busyUntil = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > ADDRESSES;
        }
    };

    /** Nobody has failed yet. */
    public FailureLimit(Clock clock) {
        this.clock = clock;
    }

    /** How many seconds the address must wait before its next wrong key is looked at; 0 when it need not. */
    synchronized int waitSeconds(String address) {
        Instant until = busyUntil.get(address);
        if (until == null) {
            return 0;
        }
        Duration over = Duration.between(clock.instant().plus(PER_FAILURE.multipliedBy(FAILURES - 1L)), until);
        return over.isNegative() || over.isZero() ? 0 : (int) over.toSeconds() + 1;
    }

    /** Notes a wrong key. */
    synchronized void failed(String address) {
        Instant now = clock.instant();
        busyUntil.merge(
                address,
                now.plus(PER_FAILURE),
                (before, fresh) -> before.isAfter(now) ? before.plus(PER_FAILURE) : fresh);
    }

    /**
     * Why a wrong key is refused, and notes it.
     *
     * @param wrong what to say of it
     * @return 403, or 429 for an address that has come with too many
     */
    public Problem refusal(String address, String wrong) {
        return refusal(address, Problem.forbidden(wrong));
    }

    /** The same of what is to be said of it in another way; 429 in its stead for an address that has come with too many. */
    Problem refusal(String address, Problem wrong) {
        int seconds = waitSeconds(address);
        if (seconds > 0) {
            return Problem.tooManyRequests(
                    "Too many wrong keys from this address: correct the key and wait " + seconds + " seconds.",
                    seconds);
        }
        failed(address);
        return wrong;
    }
}
