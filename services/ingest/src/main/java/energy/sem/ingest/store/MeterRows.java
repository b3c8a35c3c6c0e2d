package energy.sem.ingest.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import energy.sem.event.MBusReading;
import energy.sem.event.Occurrence;
import energy.sem.ingest.meter.DeviceKind;
import energy.sem.ingest.meter.MeterSighting;

/** What a batch says of one meter and the devices behind it. Not thread-safe. */
final class MeterRows {
    private final String name;
    private final Map<Name, DeviceRows> devices = new HashMap<>();
    private final Set<Occurrence> occurrences = new HashSet<>();
    private long earliestMilli = Long.MAX_VALUE;
    private boolean simulated;

    /** Most telegrams come from the meter of the one before and repeat what it said of its M-Bus devices. */
    private DeviceRows itself;

    private List<MBusReading> readingsBefore = List.of();
    private Long gasLitre;
    private Long waterLitre;

    MeterRows(String name) {
        this.name = name;
    }

    void add(JudgedEvent judged) {
        earliestMilli = Math.min(earliestMilli, judged.sightedMilli());
        simulated |= Boolean.TRUE.equals(judged.event().simulated());
        occurrences.addAll(judged.event().occurrences());
        add(judged.devices());
        if (judged.electricity() != null) {
            String serial = Subject.serial(judged.event(), judged.electricity());
            if (itself == null || !itself.serial.equals(serial)) {
                itself = device(DeviceKind.ELECTRICITY, serial);
            }
            itself.add(judged.atMilli(), judged.electricity(), judged.event().extremes(), gasLitre, waterLitre);
            itself.add(judged.event().monthPeaks());
        }
    }

    MeterSighting sighting() {
        return new MeterSighting(name, earliestMilli, simulated);
    }

    Collection<DeviceRows> devices() {
        return devices.values();
    }

    /** What it said beside its counts; an event of which not even the time is right says nothing of it. */
    Set<Occurrence> occurrences() {
        return occurrences;
    }

    private void add(List<MBusReading> readings) {
        if (readings == readingsBefore) {
            return;
        }
        readingsBefore = readings;
        gasLitre = volume(readings, MBusReading.Kind.GAS);
        waterLitre = volume(readings, MBusReading.Kind.WATER);
        for (MBusReading reading : readings) {
            device(DeviceKind.of(reading.kind()), Subject.serial(reading)).add(reading);
        }
    }

    private DeviceRows device(DeviceKind kind, String serial) {
        return devices.computeIfAbsent(new Name(kind, serial), absent -> new DeviceRows(kind, serial));
    }

    /** That of the device that was read last: a meter goes on telling the last value of one that left years ago. */
    private static Long volume(List<MBusReading> readings, MBusReading.Kind kind) {
        return readings.stream()
                .filter(reading -> reading.kind() == kind && reading.volumeLitre() != null)
                .reduce((one, other) -> other.at().isAfter(one.at()) ? other : one)
                .map(MBusReading::volumeLitre)
                .orElse(null);
    }

    private record Name(DeviceKind kind, String serial) {}
}
