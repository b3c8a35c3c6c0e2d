package energy.sem.ingest.quarter;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Writes a batch's quarter hours and the days that follow from them. */
@ApplicationScoped
public class QuarterHourStore {
    private final ZoneId zone;

    QuarterHourStore(@ConfigProperty(name = "sem.time-zone", defaultValue = "Europe/Brussels") ZoneId zone) {
        this.zone = zone;
    }

    /**
     * Merges the changes into their rows and computes the days of electricity meters anew. The caller holds the locks of
     * the meters: without them another writer's day would be computed from rows that are not there yet.
     *
     * @param electricityDevices ids of the devices that have days
     */
    public void store(
            Connection connection, SortedMap<QuarterKey, QuarterChange> changes, Set<Integer> electricityDevices)
            throws SQLException {
        if (changes.isEmpty()) {
            return;
        }
        DeviceRegisters registers = DeviceRegisters.read(
                connection,
                changes.keySet().stream().map(QuarterKey::deviceId).collect(Collectors.toCollection(TreeSet::new)));
        registers.learn(changes.values());
        QuarterTable table = new QuarterTable(connection, registers.registers());
        List<QuarterKey> keys = changes.keySet().stream()
                .filter(key -> electricityDevices.contains(key.deviceId()))
                .toList();
        Set<QuarterKey> madeRoom = RoomForMeter.make(connection, changes, registers.registers());
        Map<QuarterKey, Long> firstTimesBefore = keys.isEmpty() ? Map.of() : table.firstTimes(keys);
        table.upsert(changes);
        if (keys.isEmpty()) {
            return;
        }
        Map<Integer, Integer> newest = new HashMap<>(
                table.newest(keys.stream().map(QuarterKey::deviceId).collect(Collectors.toSet())));
        Map<Integer, TreeSet<Integer>> moved = new TreeMap<>();
        for (QuarterKey key : keys) {
            Long firstBefore = firstTimesBefore.get(key);
            boolean sameFirst =
                    firstBefore != null && firstBefore < changes.get(key).row().firstAtMilli();
            if (key.quarter() != newest.get(key.deviceId()) || !sameFirst) {
                moved.computeIfAbsent(key.deviceId(), id -> new TreeSet<>()).add(key.quarter());
            }
        }
        madeRoom.stream()
                .filter(key -> electricityDevices.contains(key.deviceId()))
                .forEach(key -> moved.computeIfAbsent(key.deviceId(), id -> new TreeSet<>())
                        .add(key.quarter()));
        ElectricityDays days = new ElectricityDays(table, zone);
        List<DayFigures> figures = new ArrayList<>();
        for (Map.Entry<Integer, TreeSet<Integer>> device : moved.entrySet()) {
            figures.addAll(days.of(device.getKey(), days.affectedBy(device.getKey(), device.getValue())));
        }
        days.write(connection, figures);
    }
}
