package energy.sem.ingest.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import energy.sem.event.MBusReading;
import energy.sem.event.MonthPeak;
import energy.sem.ingest.meter.Device;
import energy.sem.ingest.meter.DeviceKey;
import energy.sem.ingest.meter.DeviceKind;
import energy.sem.ingest.meter.DevicePlace;
import energy.sem.ingest.meter.Meter;
import energy.sem.ingest.meter.MeterSighting;
import energy.sem.ingest.peak.StatedPeak;
import energy.sem.ingest.quarter.QuarterChange;
import energy.sem.ingest.quarter.QuarterKey;
import energy.sem.ingest.reading.DeviceReading;
import energy.sem.ingest.reading.ElectricityReading;

/** Takes a batch of events apart into the rows of each table. What the gateway judged implausible is left out. */
final class BatchRows {
    private final List<ElectricityReading> electricity = new ArrayList<>();
    private final List<DeviceReading> devices = new ArrayList<>();
    private final SortedMap<QuarterKey, QuarterChange> quarters = new TreeMap<>();
    private final Set<Integer> electricityDevices = new HashSet<>();
    private final Set<StatedPeak> peaks = new HashSet<>();

    /** The meters of these events. */
    static List<MeterSighting> meters(List<JudgedEvent> events) {
        return events.stream()
                .map(judged -> new MeterSighting(
                        judged.event().meter(),
                        judged.sightedMilli(),
                        Boolean.TRUE.equals(judged.event().simulated())))
                .toList();
    }

    /** The devices of these events with the time of their earliest value; one without a value is none. */
    static Map<DevicePlace, Long> devices(List<JudgedEvent> events, Map<String, Meter> meters) {
        Map<DevicePlace, Long> earliest = new HashMap<>();
        for (JudgedEvent judged : events) {
            int meterId = meters.get(judged.event().meter()).id();
            if (judged.electricity() != null) {
                earliest.merge(new DevicePlace(key(meterId, judged), null), judged.atMilli(), Math::min);
            }
            for (MBusReading reading : judged.devices()) {
                earliest.merge(
                        new DevicePlace(key(meterId, reading), reading.channel()),
                        reading.at().toEpochMilli(),
                        Math::min);
            }
        }
        return earliest;
    }

    /** The rows of these events. */
    BatchRows(List<JudgedEvent> events, Map<String, Meter> meters, Map<DeviceKey, Device> known) {
        for (JudgedEvent judged : events) {
            int meterId = meters.get(judged.event().meter()).id();
            if (judged.electricity() != null) {
                addElectricity(judged, known.get(key(meterId, judged)).id());
            }
            for (MBusReading reading : judged.devices()) {
                int deviceId = known.get(key(meterId, reading)).id();
                long atMilli = reading.at().toEpochMilli();
                devices.add(new DeviceReading(deviceId, atMilli, reading));
                QuarterChange.of(deviceId, atMilli, reading)
                        .ifPresent(change -> QuarterChange.gather(quarters, change));
            }
        }
    }

    List<ElectricityReading> electricity() {
        return electricity;
    }

    List<DeviceReading> devices() {
        return devices;
    }

    SortedMap<QuarterKey, QuarterChange> quarters() {
        return quarters;
    }

    /** The devices among them that have days and peaks. */
    Set<Integer> electricityDevices() {
        return electricityDevices;
    }

    Set<StatedPeak> peaks() {
        return peaks;
    }

    private void addElectricity(JudgedEvent judged, int deviceId) {
        electricityDevices.add(deviceId);
        electricity.add(new ElectricityReading(
                deviceId,
                judged.atMilli(),
                judged.electricity(),
                volume(judged.devices(), MBusReading.Kind.GAS),
                volume(judged.devices(), MBusReading.Kind.WATER)));
        QuarterChange.of(
                        deviceId,
                        judged.atMilli(),
                        judged.electricity(),
                        judged.event().extremes())
                .ifPresent(change -> QuarterChange.gather(quarters, change));
        for (MonthPeak peak : judged.event().monthPeaks()) {
            // Before a month's first full quarter hour a meter states nothing: 0 W at no time.
            if (peak.at() != null || peak.peakW() > 0) {
                peaks.add(StatedPeak.of(deviceId, peak));
            }
        }
    }

    private static Long volume(List<MBusReading> readings, MBusReading.Kind kind) {
        return readings.stream()
                .filter(reading -> reading.kind() == kind)
                .map(MBusReading::volumeLitre)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static DeviceKey key(int meterId, JudgedEvent judged) {
        return new DeviceKey(meterId, DeviceKind.ELECTRICITY, Subject.serial(judged.event(), judged.electricity()));
    }

    private static DeviceKey key(int meterId, MBusReading reading) {
        return new DeviceKey(meterId, DeviceKind.of(reading.kind()), Subject.serial(reading));
    }
}
