package energy.sem.registry;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * All entries at one moment. A record that is broken changes nothing of its meter, which goes on as it was known before; of a
 * reader nothing is left, so that nobody reads by what may have been revoked. Why it is broken is told until a good one of its
 * key follows. Immutable.
 *
 * @param meters by name
 * @param readers by name
 * @param broken why a record cannot be read, by the record's key
 */
public record Registry(Map<String, MeterEntry> meters, Map<String, ReaderEntry> readers, Map<String, String> broken) {

    /** Nobody has administered anything. */
    public static final Registry EMPTY = new Registry(Map.of(), Map.of(), Map.of());

    /** These. */
    public Registry {
        meters = Map.copyOf(meters);
        readers = Map.copyOf(readers);
        broken = Map.copyOf(broken);
    }

    /** The entry of a meter. */
    public Optional<MeterEntry> named(String meter) {
        return Optional.ofNullable(meters.get(meter));
    }

    /** The entry of a reader. */
    public Optional<ReaderEntry> reader(String name) {
        return Optional.ofNullable(readers.get(name));
    }

    /** All entries, by their records' keys. */
    public Map<String, RegistryEntry> byKey() {
        Map<String, RegistryEntry> all = new TreeMap<>();
        meters.forEach((name, entry) -> all.put(EntryKind.METER.key(name), entry));
        readers.forEach((name, entry) -> all.put(EntryKind.READER.key(name), entry));
        return all;
    }

    /** The entry whose record has this key. */
    public Optional<RegistryEntry> at(String key) {
        return EntryKind.METER.name(key).<RegistryEntry>map(meters::get).or(() -> EntryKind.READER
                .name(key)
                .map(readers::get));
    }

    /** After these records, in their order. */
    Registry with(Iterable<ConsumerRecord<String, byte[]>> records) {
        Map<String, MeterEntry> ofMeters = new TreeMap<>(meters);
        Map<String, ReaderEntry> ofReaders = new TreeMap<>(readers);
        Map<String, String> wrong = new TreeMap<>(broken);
        for (ConsumerRecord<String, byte[]> record : records) {
            String key = String.valueOf(record.key());
            try {
                Optional<EntryKind> kind = EntryJson.kind(record.key());
                if (kind.isPresent() && kind.get() == EntryKind.METER) {
                    take(EntryKind.METER, record, ofMeters, EntryJson::readMeter);
                } else if (kind.isPresent()) {
                    take(EntryKind.READER, record, ofReaders, EntryJson::readReader);
                }
                wrong.remove(key);
            } catch (BrokenEntryException e) {
                if (record.value() == null) {
                    wrong.remove(key);
                } else {
                    wrong.put(key, e.getMessage());
                    EntryKind.READER.name(key).ifPresent(ofReaders::remove);
                }
            }
        }
        return new Registry(ofMeters, ofReaders, wrong);
    }

    private interface Read<T> {
        T of(byte[] value) throws BrokenEntryException;
    }

    private static <T> void take(
            EntryKind kind, ConsumerRecord<String, byte[]> record, Map<String, T> now, Read<T> read)
            throws BrokenEntryException {
        String name = kind.name(record.key()).orElseThrow();
        if (record.value() == null) {
            now.remove(name);
        } else {
            now.put(name, read.of(record.value()));
        }
    }
}
