package energy.sem.base;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

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
    private final Supplier<Known> settings;
    private final boolean people;
    private final FailureLimit failures;
    private volatile Known known;

    /** Those of the settings; without any, everyone may read. */
    @Inject
    ReadKeys(
            @ConfigProperty(name = "sem.read-keys") Optional<List<String>> keys,
            @ConfigProperty(name = "sem.oidc.auth-server-url") Optional<String> provider,
            Readers readers) {
        this(() -> Known.of(keys.orElse(List.of()), readers.byName()), provider.isPresent(), Clock.systemUTC());
    }

    ReadKeys(List<String> forAll, Map<String, ReaderSettings.One> readers, Clock clock) {
        this(() -> Known.of(forAll, readers), false, clock);
    }

    private ReadKeys(Supplier<Known> settings, boolean people, Clock clock) {
        this.settings = settings;
        this.people = people;
        failures = new FailureLimit(clock);
    }

    /** What the settings say, or why they cannot be kept to. */
    private record Known(List<ReadKey> keys, Optional<NoStart> fault) {
        static Known of(List<String> forAll, Map<String, ReaderSettings.One> readers) {
            try {
                return new Known(ReadKey.of(forAll, readers), Optional.empty());
            } catch (NoStart e) {
                return new Known(List.of(), Optional.of(e));
            }
        }
    }

    // Twice at the same time does no harm.
    private Known known() {
        Known read = known;
        if (read == null) {
            read = settings.get();
            known = read;
        }
        return read;
    }

    /**
     * Settings that do not fit together stop the start. Said here, with one line: doors are made before a start can be stopped with
     * one, and until it is nobody may read.
     */
    void check(@Observes StartupEvent start) {
        known().fault().ifPresent(wrong -> {
            throw wrong;
        });
    }

    /** Whether everyone may read, without a key. */
    public boolean isEmpty() {
        Known all = known();
        return all.keys().isEmpty() && all.fault().isEmpty();
    }

    /** Whether some who read may read some meters only: by a key, or as people who sign in at history ({@code sem.oidc}). */
    public boolean haveReaders() {
        return people || known().keys().stream().anyMatch(each -> !each.opens().all());
    }

    /** What a key opens; empty for a wrong one, which does not count as a guess. Always compares with every key. */
    public Optional<ReadableMeters> openedBy(String given) {
        byte[] sha256 = Keys.sha256(given);
        ReadableMeters found = null;
        for (ReadKey each : known().keys()) {
            if (each.is(sha256)) {
                found = each.opens();
            }
        }
        return Optional.ofNullable(found);
    }

    /** Why something that opens as a key does is refused when it is wrong: it counts as a wrong key. */
    public Problem refusal(String address, Problem wrong) {
        return failures.refusal(address, wrong);
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
