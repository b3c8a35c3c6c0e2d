package energy.sem.base;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The keys that open reading ({@code sem.read-keys}), one for all doors of a service: whoever guesses waits at each of them
 * ({@link FailureLimit}). Thread-safe.
 */
@Singleton
public class ReadKeys {
    private final List<String> keys;
    private final FailureLimit failures;

    /** Those of the setting; without any, everyone may read. */
    @Inject
    ReadKeys(@ConfigProperty(name = "sem.read-keys") Optional<List<String>> keys) {
        this(keys.orElse(List.of()), Clock.systemUTC());
    }

    ReadKeys(List<String> keys, Clock clock) {
        this.keys = List.copyOf(keys);
        failures = new FailureLimit(clock);
    }

    /** Whether everyone may read, without a key. */
    public boolean isEmpty() {
        return keys.isEmpty();
    }

    /**
     * Why a request is not answered; empty when it may read.
     *
     * @param given the key that came with it, if one did
     * @param address of who asks, as {@link Callers} knows it
     * @param missing what to say to who has no key, and could have one
     * @param wrong what to say of a key that is none of these
     * @return 401 without a key, 403 with a wrong one, 429 for an address with too many wrong ones
     */
    public Optional<Problem> refusal(Optional<String> given, String address, String missing, String wrong) {
        if (keys.isEmpty()) {
            return Optional.empty();
        }
        if (given.isEmpty()) {
            return Optional.of(Problem.unauthorized(missing));
        }
        return Keys.anyOf(given.get(), keys) ? Optional.empty() : Optional.of(failures.refusal(address, wrong));
    }
}
