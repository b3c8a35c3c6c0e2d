package energy.sem.gateway.administer;

import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import energy.sem.base.KeptReader;
import energy.sem.base.KeptReaders;
import energy.sem.registry.ReaderEntry;

/** The readers of the registry, as this gateway follows it: who may read its own doors. */
@Singleton
class RegistryReaders implements KeptReaders {
    private record Read(Map<String, ReaderEntry> of, List<KeptReader> readers) {}

    private final FollowedRegistry registry;
    private volatile Read read = new Read(Map.of(), List.of());

    RegistryReaders(FollowedRegistry registry) {
        this.registry = registry;
    }

    @Override
    public List<KeptReader> now() {
        Map<String, ReaderEntry> entries = registry.now().readers();
        Read last = read;
        if (last.of() != entries) {
            last = new Read(
                    entries,
                    entries.entrySet().stream()
                            .map(each -> reader(each.getKey(), each.getValue()))
                            .toList());
            read = last;
        }
        return last.readers();
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
