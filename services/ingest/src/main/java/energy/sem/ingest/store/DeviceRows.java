package energy.sem.ingest.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import energy.sem.event.Electricity;
import energy.sem.event.Extremes;
import energy.sem.event.MBusReading;
import energy.sem.event.MonthPeak;
import energy.sem.ingest.meter.DeviceKind;
import energy.sem.ingest.quarter.GatheredQuarters;
import energy.sem.ingest.reading.DeviceReading;
import energy.sem.ingest.reading.ElectricityReading;

/** What a batch says of one device. Not thread-safe. */
final class DeviceRows {
    final DeviceKind kind;
    final String serial;
    /** When it was heard of first on each channel; {@code null} is the meter itself, which has none. */
    final Map<Integer, Long> earliestMilliByChannel = new HashMap<>();

    final List<ElectricityReading> electricity = new ArrayList<>();
    final List<DeviceReading> readings = new ArrayList<>();
    final GatheredQuarters quarters = new GatheredQuarters();
    final Set<MonthPeak> peaks = new HashSet<>();
    private List<MonthPeak> peaksBefore;

    DeviceRows(DeviceKind kind, String serial) {
        this.kind = kind;
        this.serial = serial;
    }

    /** A telegram's values of the meter itself. */
    void add(long atMilli, Electricity values, Extremes extremes, Long gasLitre, Long waterLitre) {
        heardOf(null, atMilli);
        electricity.add(new ElectricityReading(atMilli, values, gasLitre, waterLitre));
        quarters.add(atMilli, values, extremes);
    }

    /** Month peaks as the meter states them; mostly those of the telegram before. */
    void add(List<MonthPeak> stated) {
        if (stated == peaksBefore) {
            return;
        }
        peaksBefore = stated;
        for (MonthPeak peak : stated) {
            // Before a month's first full quarter hour a meter states nothing: 0 W at no time.
            if (peak.at() != null || peak.peakW() > 0) {
                peaks.add(peak);
            }
        }
    }

    /** An M-Bus device's value. */
    void add(MBusReading values) {
        long atMilli = values.at().toEpochMilli();
        heardOf(values.channel(), atMilli);
        readings.add(new DeviceReading(atMilli, values));
        quarters.add(atMilli, values);
    }

    private void heardOf(Integer channel, long atMilli) {
        Long before = earliestMilliByChannel.get(channel);
        if (before == null || atMilli < before) {
            earliestMilliByChannel.put(channel, atMilli);
        }
    }
}
