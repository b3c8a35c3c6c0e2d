package energy.sem.gateway.administer;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import energy.sem.base.KeptReader;
import energy.sem.base.KeptReaders;
import energy.sem.registry.EntryKind;
import energy.sem.registry.GroupEntry;
import energy.sem.registry.ReaderEntry;
import energy.sem.registry.Remade;

/** The readers of the registry, and the groups that they may be for, as this gateway follows it: who may read its own doors. */
@Singleton
class RegistryReaders implements KeptReaders {
    private final FollowedRegistry registry;
    private final Remade<ReaderEntry, List<KeptReader>> readers =
            new Remade<>(EntryKind.READER, entries -> entries.entrySet().stream()
                    .map(each -> reader(each.getKey(), each.getValue()))
                    .toList());
    private final Remade<GroupEntry, Map<String, Set<String>>> groups =
            new Remade<>(EntryKind.GROUP, entries -> entries.entrySet().stream()
                    .collect(Collectors.toUnmodifiableMap(
                            Map.Entry::getKey,
                            each -> Set.copyOf(each.getValue().key().names()))));

    RegistryReaders(FollowedRegistry registry) {
        this.registry = registry;
    }

    @Override
    public List<KeptReader> now() {
        return readers.of(registry.now());
    }

    @Override
    public Map<String, Set<String>> membersByGroup() {
        return groups.of(registry.now());
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
    public boolean isKnown() {
        return registry.isKnown();
    }
}
