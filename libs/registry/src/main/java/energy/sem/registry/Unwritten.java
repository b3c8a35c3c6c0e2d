package energy.sem.registry;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Since when Kafka says without a break that nothing was ever written to the registry. One that has lost its disk says so too,
 * until a gateway writes anew what it remembers, within seconds: therefore it is believed after a minute. Thread-safe.
 */
final class Unwritten {
    static final Duration BELIEVED_AFTER = Duration.ofMinutes(1);

    private final LongSupplier nanos;
    private volatile Long sinceNanos;

    Unwritten(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** What Kafka says now; on one thread. */
    void say(boolean unwritten) {
        if (!unwritten) {
            sinceNanos = null;
        } else if (sinceNanos == null) {
            sinceNanos = nanos.getAsLong();
        }
    }

    /** Whether nothing was written, and it is believed; what is otherwise where Kafka does not say so. */
    boolean isBelievedOr(boolean otherwise) {
        Long since = sinceNanos;
        return since == null ? otherwise : nanos.getAsLong() - since >= BELIEVED_AFTER.toNanos();
    }
}
