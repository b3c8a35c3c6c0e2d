package energy.sem.ingest.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import energy.sem.event.Electricity;
import energy.sem.event.MBusReading;
import energy.sem.event.MonthPeak;
import energy.sem.event.TelegramEvent;
import energy.sem.ingest.meter.Device;
import energy.sem.ingest.meter.DeviceKey;
import energy.sem.ingest.meter.DeviceKind;
import energy.sem.ingest.meter.DeviceSighting;
import energy.sem.ingest.meter.Meter;
import energy.sem.ingest.meter.MeterSighting;
import energy.sem.ingest.peak.StatedPeak;
import energy.sem.ingest.quarantine.Findings;
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

    /** The meters of these events. The time of an event whose time is impossible is that of its arrival. */
    static List<MeterSighting> meters(List<TelegramEvent> events) {
        return events.stream()
                .map(event -> {
                    boolean useArrival = Findings.of(event).keepAllAside() && event.receivedAt() != null;
                    long atMilli = (useArrival ? event.receivedAt() : event.at()).toEpochMilli();
                    return new MeterSighting(event.meter(), atMilli, Boolean.TRUE.equals(event.simulated()));
                })
                .toList();
    }

    /** The devices of these events; an M-Bus device without a value opens none. */
    static List<DeviceSighting> devices(List<TelegramEvent> events, Map<String, Meter> meters) {
        List<DeviceSighting> sightings = new ArrayList<>();
        for (TelegramEvent event : events) {
            int meterId = meters.get(event.meter()).id();
            if (plausibleElectricity(event)) {
                sightings.add(
                        new DeviceSighting(key(meterId, event), null, event.at().toEpochMilli()));
            }
            for (MBusReading reading : plausibleDevices(event)) {
                sightings.add(new DeviceSighting(
                        key(meterId, reading), reading.channel(), reading.at().toEpochMilli()));
            }
        }
        return sightings;
    }

    /** The rows of these events. */
    BatchRows(List<TelegramEvent> events, Map<String, Meter> meters, Map<DeviceKey, Device> known) {
        for (TelegramEvent event : events) {
            int meterId = meters.get(event.meter()).id();
            List<MBusReading> readings = plausibleDevices(event);
            if (plausibleElectricity(event)) {
                addElectricity(event, known.get(key(meterId, event)).id(), readings);
            }
            for (MBusReading reading : readings) {
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

    private void addElectricity(TelegramEvent event, int deviceId, List<MBusReading> readings) {
        long atMilli = event.at().toEpochMilli();
        electricityDevices.add(deviceId);
        electricity.add(new ElectricityReading(
                deviceId,
                atMilli,
                event.electricity(),
                volume(readings, MBusReading.Kind.GAS),
                volume(readings, MBusReading.Kind.WATER)));
        QuarterChange.of(deviceId, atMilli, event.electricity(), event.extremes())
                .ifPresent(change -> QuarterChange.gather(quarters, change));
        for (MonthPeak peak : event.monthPeaks()) {
            // Before a month's first full quarter hour a meter states nothing: 0 W at no time.
            if (peak.at() != null || peak.peakW() > 0) {
                peaks.add(StatedPeak.of(deviceId, peak));
            }
        }
    }

    private static boolean plausibleElectricity(TelegramEvent event) {
        Electricity electricity = event.electricity();
        return electricity != null && !Findings.of(event).keepAside(electricity.serial());
    }

    private static List<MBusReading> plausibleDevices(TelegramEvent event) {
        Findings findings = Findings.of(event);
        return event.devices().stream()
                .filter(BatchRows::hasValue)
                .filter(reading -> !findings.keepAside(reading.serial()))
                .toList();
    }

    private static boolean hasValue(MBusReading reading) {
        return reading.volumeLitre() != null || reading.heatMj() != null || reading.energyWh() != null;
    }

    private static Long volume(List<MBusReading> readings, MBusReading.Kind kind) {
        return readings.stream()
                .filter(reading -> reading.kind() == kind)
                .map(MBusReading::volumeLitre)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static DeviceKey key(int meterId, TelegramEvent event) {
        return new DeviceKey(meterId, DeviceKind.ELECTRICITY, Subject.serial(event, event.electricity()));
    }

    private static DeviceKey key(int meterId, MBusReading reading) {
        return new DeviceKey(meterId, DeviceKind.of(reading.kind()), Subject.serial(reading));
    }
}
