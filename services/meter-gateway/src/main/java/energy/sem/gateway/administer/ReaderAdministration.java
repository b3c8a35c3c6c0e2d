package energy.sem.gateway.administer;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

import jakarta.inject.Singleton;

import energy.sem.base.Problem;
import energy.sem.base.ReadKeys;
import energy.sem.registry.EntryKind;
import energy.sem.registry.KeptKey;
import energy.sem.registry.NewKey;
import energy.sem.registry.ReaderEntry;
import energy.sem.registry.RegistryChange;

/** What an administrator may do with readers. Thread-safe. */
@Singleton
class ReaderAdministration extends Administered<ReaderEntry, RegisteredReader> {
    private final ReadKeys ofSettings;
    private final Clock clock = Clock.systemUTC();

    ReaderAdministration(Changes changes, FollowedRegistry registry, ReadKeys ofSettings) {
        super(EntryKind.READER, changes, registry);
        this.ofSettings = ofSettings;
    }

    @Override
    RegisteredReader seen(String name, ReaderEntry entry) {
        return RegisteredReader.of(name, entry, null);
    }

    @Override
    RegisteredReader unseen(String name) {
        return RegisteredReader.unseen(name);
    }

    @Override
    RegisteredReader withFault(RegisteredReader seen, String why) {
        return seen.withFault(why);
    }

    @Override
    Map<String, RegisteredReader> ofEnvironment() {
        Map<String, RegisteredReader> all = new TreeMap<>();
        ofSettings
                .readersOfSettings()
                .forEach((name, meters) -> all.put(name, RegisteredReader.ofEnvironment(name, new TreeSet<>(meters))));
        return all;
    }

    @Override
    boolean isOfEnvironment(String name) {
        return ofSettings.readersOfSettings().containsKey(name);
    }

    /**
     * Adds a reader, or has one read something else.
     *
     * @param version which one of the entry the change is of; empty for a reader that is new
     * @return with its key in clear when it is new
     * @throws Problem 409 where the reader is of the environment, or there in another version, or reading needs no key
     */
    RegisteredReader put(String name, ReaderEntry.Opens opens, Optional<Long> version) {
        if (ofSettings.isEmpty()) {
            throw Problem.of(
                    Changes.CONFLICT,
                    "Without sem.read-keys everyone may read everything: set a key there first, for each service, which"
                            + " opens all and with the first of which services read each other.");
        }
        return put(name, version, before -> {
            String clear = before.isEmpty() ? NewKey.random() : null;
            ReaderEntry entry = before.map(there -> there.with(opens))
                    .orElseGet(() -> ReaderEntry.first(opens, KeptKey.from(clear, clock.instant())));
            return RegistryChange.put(name, entry, RegisteredReader.of(name, entry, clear));
        });
    }

    /**
     * Gives a reader one more key.
     *
     * @param bothFor how long those before it open yet
     * @throws Problem 404 when there is no such reader, 409 where it is of the environment, or in another version
     */
    RegisteredReader rotateKey(String name, Optional<Long> version, Duration bothFor) {
        return change(name, version, before -> {
            String clear = NewKey.random();
            ReaderEntry rotated = before.rotated(clear, clock.instant(), bothFor);
            return RegistryChange.put(name, rotated, RegisteredReader.of(name, rotated, clear));
        });
    }
}
