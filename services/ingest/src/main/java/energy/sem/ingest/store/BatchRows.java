package energy.sem.ingest.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import energy.sem.ingest.meter.Device;
import energy.sem.ingest.meter.DeviceKey;
import energy.sem.ingest.meter.DevicePlace;
import energy.sem.ingest.meter.Meter;
import energy.sem.ingest.meter.MeterSighting;
import energy.sem.ingest.occurrence.OccurrenceRow;

/**
 * Takes events apart, as they come, into the rows of each table. What the gateway judged implausible is left out. The
 * numbers of meters and devices are not known yet: the transaction that stores the rows looks them up. Not thread-safe.
 */
final class BatchRows {
    private final Map<String, MeterRows> meters = new HashMap<>();
    private int events;

    /** One more event. */
    void add(JudgedEvent judged) {
        events++;
        meters.computeIfAbsent(judged.event().meter(), MeterRows::new).add(judged);
    }

    int events() {
        return events;
    }

    /** The meters of these events. */
    List<MeterSighting> sightings() {
        return meters.values().stream().map(MeterRows::sighting).toList();
    }

    /** The devices of these events with the time of their earliest value; one without a value is none. */
    Map<DevicePlace, Long> devices(Map<String, Meter> known) {
        Map<DevicePlace, Long> earliest = new HashMap<>();
        meters.forEach((meter, its) -> its.devices().forEach(device -> {
            DeviceKey key = key(known.get(meter), device);
            device.earliestMilliByChannel.forEach(
                    (channel, atMilli) -> earliest.put(new DevicePlace(key, channel), atMilli));
        }));
        return earliest;
    }

    /** The rows by the number of their device. */
    SortedMap<Integer, DeviceRows> byDevice(Map<String, Meter> knownMeters, Map<DeviceKey, Device> knownDevices) {
        SortedMap<Integer, DeviceRows> rows = new TreeMap<>();
        meters.forEach((meter, its) -> its.devices()
                .forEach(device -> rows.put(
                        knownDevices.get(key(knownMeters.get(meter), device)).id(), device)));
        return rows;
    }

    /** What the meters said beside their counts. */
    List<OccurrenceRow> occurrences(Map<String, Meter> known) {
        List<OccurrenceRow> rows = new ArrayList<>();
        meters.forEach((meter, its) -> its.occurrences()
                .forEach(said -> OccurrenceRow.of(known.get(meter).id(), said).ifPresent(rows::add)));
        return rows;
    }

    private static DeviceKey key(Meter meter, DeviceRows device) {
        return new DeviceKey(meter.id(), device.kind, device.serial);
    }
}
