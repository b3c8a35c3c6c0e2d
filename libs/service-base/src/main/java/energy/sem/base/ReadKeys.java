package energy.sem.base;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Says what a key opens: everything ({@code sem.read-keys}), or the meters of a reader ({@code sem.readers}). One for all doors of
 * a service: whoever guesses waits at each of them ({@link FailureLimit}). Thread-safe.
 */
@Singleton
public class ReadKeys {
    private final List<ReadKey> keys;
    private final Optional<NoStart> fault;
    private final FailureLimit failures;

    /** Those of the settings; without any, everyone may read. */
    @Inject
    ReadKeys(@ConfigProperty(name = "sem.read-keys") Optional<List<String>> keys, ReaderSettings readers) {
        this(keys.orElse(List.of()), readers.byName(), Clock.systemUTC());
    }

    ReadKeys(List<String> forAll, Map<String, ReaderSettings.One> readers, Clock clock) {
        List<ReadKey> known = List.of();
        NoStart wrong = null;
        try {
            known = ReadKey.of(forAll, readers);
        } catch (NoStart e) {
            wrong = e;
        }
        keys = List.copyOf(known);
        fault = Optional.ofNullable(wrong);
        failures = new FailureLimit(clock);
    }

    /**
     * Settings that do not fit together stop the start. Said here, with one line: doors are made before a start can be stopped with
     * one, and until it is nobody may read.
     */
    void check(@Observes StartupEvent start) {
        fault.ifPresent(wrong -> {
            throw wrong;
        });
    }

    /** Whether everyone may read, without a key. */
    public boolean isEmpty() {
        return keys.isEmpty() && fault.isEmpty();
    }

    /** Whether some keys open some meters only. */
    public boolean haveReaders() {
        return keys.stream().anyMatch(each -> !each.opens().all());
    }

    /** What a key opens; empty for a wrong one, which does not count as a guess. Always compares with every key. */
    public Optional<ReadableMeters> openedBy(String given) {
        byte[] sha256 = Keys.sha256(given);
        ReadableMeters found = null;
        for (ReadKey each : keys) {
            if (each.is(sha256)) {
                found = each.opens();
            }
        }
        return Optional.ofNullable(found);
    }

    /**
     * What a request may read.
     *
     * @param given the key that came with it, if one did
     * @param address of who asks, as {@link Callers} knows it
     * @param missing what to say to who has no key, and could have one
     * @param wrong what to say of a key that is none of these
     * @throws Problem 401 without a key, 403 with a wrong one, 429 for an address with too many wrong ones
     */
    public ReadableMeters readable(Optional<String> given, String address, String missing, String wrong) {
        if (isEmpty()) {
            return ReadableMeters.ALL;
        }
        return openedBy(given.orElseThrow(() -> Problem.unauthorized(missing)))
                .orElseThrow(() -> failures.refusal(address, wrong));
    }
}
