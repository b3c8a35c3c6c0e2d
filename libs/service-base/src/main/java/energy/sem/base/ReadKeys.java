package energy.sem.base;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The keys that open reading ({@code sem.read-keys}). Whoever guesses has to wait: {@link FailureLimit}. Thread-safe. */
public final class ReadKeys {
    private final List<String> keys;
    private final FailureLimit failures;

    /** Those keys; without any, everyone may read. */
    public ReadKeys(List<String> keys, Clock clock) {
        this.keys = List.copyOf(keys);
        failures = new FailureLimit(clock);
    }

    /** Whether everyone may read, without a key. */
    public boolean isEmpty() {
        return keys.isEmpty();
    }

    /**
     * Why a key does not open reading; empty when it does.
     *
     * @param address where it comes from; null when that is not known
     * @param wrong what to say of a key that is none of these
     * @return 403 for a wrong key, 429 for an address with too many wrong ones
     */
    public Optional<Problem> refusal(String key, String address, String wrong) {
        return Keys.anyOf(key, keys)
                ? Optional.empty()
                : Optional.of(failures.refusal(address == null ? "unknown" : address, wrong));
    }
}
