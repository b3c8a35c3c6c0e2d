package energy.sem.base;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Limits how often an address may come with a wrong key: ten times, and again once every six seconds. A right key that has
 * come from that address before is still let in, so one misconfigured device behind a router does not shut out the
 * others. Memory is bounded. Thread-safe.
 */
public final class FailureLimit {
    private static final int FAILURES = 10;
    private static final Duration PER_FAILURE = Duration.ofSeconds(6);
    private static final int ADDRESSES = 10_000;

    private final Clock clock;

    // Least recently used first, so that a flood of addresses pushes out the quiet ones.
    private final Map<String, Address> addresses = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Address> eldest) {
            return size() > ADDRESSES;
        }
    };

    /** Nobody has failed yet. */
    public FailureLimit(Clock clock) {
        this.clock = clock;
    }

    private static final class Address {
        /** Until when the failures so far count; each moves it on by {@link #PER_FAILURE}. */
        private Instant busyUntil = Instant.EPOCH;

        private final Set<String> proven = new HashSet<>();
    }

    /** How many seconds the address must wait; 0 when it need not. */
    public synchronized int waitSeconds(String address) {
        Address of = addresses.get(address);
        if (of == null) {
            return 0;
        }
        Duration over = Duration.between(clock.instant().plus(PER_FAILURE.multipliedBy(FAILURES - 1L)), of.busyUntil);
        return over.isNegative() || over.isZero() ? 0 : (int) over.toSeconds() + 1;
    }

    /** Notes a wrong key. */
    public synchronized void failed(String address) {
        Address of = addresses.computeIfAbsent(address, a -> new Address());
        Instant now = clock.instant();
        of.busyUntil = (of.busyUntil.isAfter(now) ? of.busyUntil : now).plus(PER_FAILURE);
    }

    /**
     * Notes that a right key came from the address.
     *
     * @param opens what the key opens: a meter's name, or a word of the service's own; few different ones
     */
    public synchronized void succeeded(String address, String opens) {
        addresses.computeIfAbsent(address, a -> new Address()).proven.add(opens);
    }

    /** Whether a right key to it has come from the address before. */
    public synchronized boolean proven(String address, String opens) {
        Address of = addresses.get(address);
        return of != null && of.proven.contains(opens);
    }
}
