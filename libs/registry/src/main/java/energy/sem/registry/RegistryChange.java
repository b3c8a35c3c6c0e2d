package energy.sem.registry;

import java.util.Map;
import java.util.Optional;

/**
 * What becomes of the registry, all of it or nothing.
 *
 * @param entries by the keys of their records; empty where one is removed
 * @param answer what whoever wanted it is told when it is done
 */
public record RegistryChange<T>(Map<String, Optional<RegistryEntry>> entries, T answer) {

    /** These. */
    public RegistryChange {
        entries = Map.copyOf(entries);
    }

    /** An entry of this name. */
    public static <T> RegistryChange<T> put(String name, RegistryEntry entry, T answer) {
        return new RegistryChange<>(Map.of(entry.kind().key(name), Optional.of(entry)), answer);
    }

    /** One entry less. */
    public static <T> RegistryChange<T> remove(EntryKind<?> kind, String name, T answer) {
        return new RegistryChange<>(Map.of(kind.key(name), Optional.empty()), answer);
    }
}
