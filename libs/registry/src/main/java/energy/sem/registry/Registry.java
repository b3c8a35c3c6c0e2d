package energy.sem.registry;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * All entries at one moment. A record that is broken changes nothing of its meter: what was known before stays, and why it is
 * broken is told until a good one of its key follows. Immutable.
 *
 * @param meters by name
 * @param broken why a record cannot be read, by the record's key
 */
public record Registry(Map<String, MeterEntry> meters, Map<String, String> broken) {

    /** Nobody has administered anything. */
    public static final Registry EMPTY = new Registry(Map.of(), Map.of());

    /** These. */
    public Registry {
        meters = Map.copyOf(meters);
        broken = Map.copyOf(broken);
    }

    /** The entry of a meter. */
    public Optional<MeterEntry> named(String meter) {
        return Optional.ofNullable(meters.get(meter));
    }

    /** After these records, in their order. */
    Registry with(Iterable<ConsumerRecord<String, byte[]>> records) {
        Map<String, MeterEntry> now = new TreeMap<>(meters);
        Map<String, String> wrong = new TreeMap<>(broken);
        records.forEach(record -> take(record, now, wrong));
        return new Registry(now, wrong);
    }

    private static void take(
            ConsumerRecord<String, byte[]> record, Map<String, MeterEntry> now, Map<String, String> wrong) {
        String key = String.valueOf(record.key());
        try {
            Optional<String> meter = EntryJson.meter(record.key());
            if (meter.isPresent() && record.value() == null) {
                now.remove(meter.get());
            } else if (meter.isPresent()) {
                now.put(meter.get(), EntryJson.read(record.value()));
            }
            wrong.remove(key);
        } catch (BrokenEntryException e) {
            if (record.value() == null) {
                wrong.remove(key);
            } else {
                wrong.put(key, e.getMessage());
            }
        }
    }
}
