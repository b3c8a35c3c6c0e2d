package energy.sem.registry;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * All entries at one moment. A record that is broken changes nothing of its meter, which goes on as it was known before; of a
 * reader or a group nothing is left, so that nobody reads by what may have been revoked. Why it is broken is told until a good
 * one of its key follows. Immutable.
 *
 * @param byKey the entries by their records' keys
 * @param broken why a record cannot be read, by the record's key
 */
public record Registry(Map<String, RegistryEntry> byKey, Map<String, String> broken) {

    /** Nobody has administered anything. */
    public static final Registry EMPTY = new Registry(Map.of(), Map.of());

    /** These. */
    public Registry {
        byKey = Map.copyOf(byKey);
        broken = Map.copyOf(broken);
    }

    /** Those of a kind, by their names. */
    public <E extends RegistryEntry> SortedMap<String, E> of(EntryKind<E> kind) {
        SortedMap<String, E> all = new TreeMap<>();
        byKey.forEach((key, entry) -> kind.name(key).ifPresent(name -> all.put(name, kind.cast(entry))));
        return all;
    }

    /** The one of this kind and name. */
    public <E extends RegistryEntry> Optional<E> named(EntryKind<E> kind, String name) {
        return at(kind.key(name)).map(kind::cast);
    }

    /** The entry whose record has this key. */
    public Optional<RegistryEntry> at(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** After these records, in their order. */
    Registry with(Iterable<ConsumerRecord<String, byte[]>> records) {
        Map<String, RegistryEntry> entries = new HashMap<>(byKey);
        Map<String, String> wrong = new HashMap<>(broken);
        for (ConsumerRecord<String, byte[]> record : records) {
            String key = String.valueOf(record.key());
            wrong.remove(key);
            if (record.value() == null) {
                entries.remove(key);
                continue;
            }
            try {
                Optional<EntryKind<?>> kind = EntryJson.kind(record.key());
                if (kind.isPresent()) {
                    entries.put(key, EntryJson.read(kind.get(), record.value()));
                }
            } catch (BrokenEntryException e) {
                wrong.put(key, e.getMessage());
                if (EntryKind.of(key).filter(EntryKind::holdsWhenBroken).isEmpty()) {
                    entries.remove(key);
                }
            }
        }
        return new Registry(entries, wrong);
    }
}
