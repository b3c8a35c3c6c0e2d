package energy.sem.history.reader;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import energy.sem.base.KeptReader;
import energy.sem.base.KeptReaders;
import energy.sem.base.ReadKeys;
import energy.sem.history.registry.FollowedRegistry;
import energy.sem.registry.EntryKind;
import energy.sem.registry.GroupEntry;
import energy.sem.registry.ReaderEntry;
import energy.sem.registry.Remade;

/** The readers of the registry, and the groups that they may be for, where reading needs a key at all. */
@Singleton
public class RegistryReaders implements KeptReaders {
    private static final Logger LOG = Logger.getLogger(RegistryReaders.class);

    private final boolean needed;
    private final ReadKeys ofSettings;
    private final FollowedRegistry registry;
    private final Remade<ReaderEntry, List<KeptReader>> readers = new Remade<>(EntryKind.READER, this::readers);
    private final Remade<GroupEntry, Map<String, Set<String>>> groups =
            new Remade<>(EntryKind.GROUP, RegistryReaders::members);
    private final Set<String> passedOver = ConcurrentHashMap.newKeySet();

    RegistryReaders(
            @ConfigProperty(name = "sem.read-keys") Optional<List<String>> readKeys,
            ReadKeys ofSettings,
            FollowedRegistry registry) {
        needed = readKeys.isPresent();
        this.ofSettings = ofSettings;
        this.registry = registry;
    }

    private List<KeptReader> readers(Map<String, ReaderEntry> entries) {
        entries.keySet().stream()
                .filter(ofSettings.readersOfSettings()::containsKey)
                .filter(passedOver::add)
                .forEach(name -> LOG.warnf(
                        "reader %s of the registry is passed over: sem.readers.%s of the settings wins", name, name));
        return entries.entrySet().stream()
                .map(each -> reader(each.getKey(), each.getValue()))
                .toList();
    }

    private static Map<String, Set<String>> members(Map<String, GroupEntry> entries) {
        return entries.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        each -> Set.copyOf(each.getValue().key().names())));
    }

    private static KeptReader reader(String name, ReaderEntry entry) {
        return new KeptReader(
                name,
                entry.opens().all(),
                entry.opens().meters(),
                entry.opens().groups(),
                entry.keys().stream()
                        .map(key -> new KeptReader.Key(
                                key.sha256(),
                                key.notBefore().orElse(null),
                                key.notAfter().orElse(null)))
                        .toList());
    }

    @Override
    public List<KeptReader> now() {
        return needed ? readers.of(registry.now()) : List.of();
    }

    @Override
    public Map<String, Set<String>> membersByGroup() {
        return groups.of(registry.now());
    }

    /** Known too where reading needs no key: nobody is refused. */
    @Override
    public boolean isKnown() {
        return !needed || registry.isKnown();
    }
}
