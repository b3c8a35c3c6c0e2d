package energy.sem.registry;

import java.util.Map;
import java.util.Optional;

/**
 * What becomes of the registry, all of it or nothing.
 *
 * @param entries by the meters' names; empty where the meter is removed
 * @param answer what whoever wanted it is told when it is done
 */
public record RegistryChange<T>(Map<String, Optional<MeterEntry>> entries, T answer) {

    /** These. */
    public RegistryChange {
        entries = Map.copyOf(entries);
    }

    /** One entry. */
    public static <T> RegistryChange<T> put(String meter, MeterEntry entry, T answer) {
        return new RegistryChange<>(Map.of(meter, Optional.of(entry)), answer);
    }

    /** One entry less. */
    public static <T> RegistryChange<T> remove(String meter, T answer) {
        return new RegistryChange<>(Map.of(meter, Optional.empty()), answer);
    }
}
