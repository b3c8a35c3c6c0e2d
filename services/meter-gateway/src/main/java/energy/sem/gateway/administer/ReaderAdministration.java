package energy.sem.gateway.administer;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import jakarta.inject.Singleton;

import energy.sem.base.Problem;
import energy.sem.base.ReadKeys;
import energy.sem.registry.EntryKind;
import energy.sem.registry.KeptKey;
import energy.sem.registry.NewKey;
import energy.sem.registry.ReaderEntry;
import energy.sem.registry.Registry;
import energy.sem.registry.RegistryChange;

/** What an administrator may do with readers. What is answered is done: this gateway already follows it. Thread-safe. */
@Singleton
class ReaderAdministration {
    private static final EntryKind READER = EntryKind.READER;

    private final Changes changes;
    private final FollowedRegistry registry;
    private final ReadKeys ofSettings;
    private final Clock clock = Clock.systemUTC();

    ReaderAdministration(Changes changes, FollowedRegistry registry, ReadKeys ofSettings) {
        this.changes = changes;
        this.registry = registry;
        this.ofSettings = ofSettings;
    }

    /** All readers, of the registry and of this gateway's environment, by name. */
    List<RegisteredReader> all() {
        Registry now = registry.now();
        Map<String, RegisteredReader> all = new TreeMap<>();
        now.readers().forEach((name, entry) -> all.put(name, RegisteredReader.of(name, entry, null)));
        now.broken().forEach((key, why) -> READER.name(key)
                .ifPresent(name -> all.merge(
                        name, RegisteredReader.broken(name, why), (good, bad) -> good.withFault(bad.fault()))));
        ofSettings.readersOfSettings().forEach((name, meters) -> {
            String fault =
                    all.containsKey(name) ? "the registry has one of this name too, which is passed over here" : null;
            all.put(name, RegisteredReader.ofEnvironment(name, new TreeSet<>(meters), fault));
        });
        return List.copyOf(all.values());
    }

    /** @throws Problem 404 when there is none */
    RegisteredReader one(String name) {
        return all().stream()
                .filter(each -> each.reader().equals(name))
                .findFirst()
                .orElseThrow(() -> Changes.unknown(READER, name));
    }

    /**
     * Adds a reader, or has one read something else.
     *
     * @param version which one of the entry the change is of; empty for a reader that is new
     * @return with its key in clear when it is new
     * @throws Problem 409 where the reader is of the environment, or there in another version, or reading needs no key
     */
    RegisteredReader put(String name, ReaderEntry.Opens opens, Optional<Long> version) {
        Changes.requireName(READER, name);
        if (ofSettings.isEmpty()) {
            throw Problem.of(
                    Changes.CONFLICT,
                    "Without sem.read-keys everyone may read everything: set a key there first, for each service, which"
                            + " opens all and with the first of which services read each other.");
        }
        return changes.change(now -> {
            requireOfRegistry(name);
            Optional<ReaderEntry> before = now.reader(name);
            Changes.requirePut(READER, name, now, version);
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
        Changes.requireName(READER, name);
        return changes.change(now -> {
            requireOfRegistry(name);
            Changes.requireReadable(READER, name, now);
            ReaderEntry before = now.reader(name).orElseThrow(() -> Changes.unknown(READER, name));
            Changes.requireVersion(READER, name, version, before.version());
            String clear = NewKey.random();
            ReaderEntry rotated = before.rotated(clear, clock.instant(), bothFor);
            return RegistryChange.put(name, rotated, RegisteredReader.of(name, rotated, clear));
        });
    }

    /**
     * Removes a reader: its keys no longer open anything.
     *
     * @throws Problem 404 when there is no such reader, 409 where it is of the environment, or in another version
     */
    void remove(String name, Optional<Long> version) {
        changes.remove(READER, name, version, () -> requireOfRegistry(name));
    }

    private void requireOfRegistry(String name) {
        Set<String> names = ofSettings.readersOfSettings().keySet();
        if (names.contains(name)) {
            throw Problem.of(
                    Changes.CONFLICT,
                    "Reader " + name + " is set in the environment of this gateway (sem.readers." + name
                            + ".…), which wins: change it there, or take it out there first.");
        }
    }
}
