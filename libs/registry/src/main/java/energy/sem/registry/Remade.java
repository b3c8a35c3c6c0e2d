package energy.sem.registry;

import java.util.Map;
import java.util.function.Function;

/**
 * Something that is made of all entries of a kind, and made anew when one of them has changed: as long as none has, it is the
 * same. Thread-safe, if making is.
 *
 * @param <E> the entries
 * @param <T> what is made of them
 */
public final class Remade<E extends RegistryEntry, T> {
    private final EntryKind<E> kind;
    private final Function<Map<String, E>, T> make;
    private volatile Made<E, T> last;

    private record Made<E, T>(Registry registry, Map<String, E> entries, T made) {}

    /** @param make of the entries by their names, in this order */
    public Remade(EntryKind<E> kind, Function<Map<String, E>, T> make) {
        this.kind = kind;
        this.make = make;
    }

    /** As of this registry. */
    public T of(Registry registry) {
        Made<E, T> made = last;
        // It is asked at each request; the same one is equal at a glance. Another one comes with any change.
        if (made == null || !made.registry().equals(registry)) {
            Map<String, E> entries = registry.of(kind);
            boolean same = made != null && made.entries().equals(entries);
            made = new Made<>(registry, entries, same ? made.made() : make.apply(entries));
            last = made;
        }
        return made.made();
    }
}
