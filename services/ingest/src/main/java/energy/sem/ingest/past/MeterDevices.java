package energy.sem.ingest.past;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import energy.sem.files.FileDevice;
import energy.sem.files.FileDeviceKind;
import energy.sem.ingest.statement.Statements;

/** The devices behind a meter, and which of them a file means. */
final class MeterDevices {
    /** As long as a serial number may be, less the mark of an earlier device. */
    private static final int MOST_CHARACTERS = 90;

    /** A serial number that is longer fits into no table. */
    static final int MOST_LETTERS = 90;

    private final String meter;
    private final List<Known> known;
    private final Map<String, String> mapping;

    /** A device of the tables. */
    record Known(int id, String kind, String serial, long newestQuarter) {}

    /**
     * Which device a file's is.
     *
     * @param id its number, or {@code null} if it is not there yet
     * @param serial its serial number
     * @param isEarlier whether it is another one than that which is read now
     */
    record Target(Integer id, String serial, boolean isEarlier) {}

    private MeterDevices(String meter, List<Known> known, Map<String, String> mapping) {
        this.meter = meter;
        this.known = known;
        this.mapping = mapping;
    }

    /** @param mapping serial numbers in the file, or words of kinds, and the serial number that SEM knows it by */
    static MeterDevices of(Connection connection, String meter, Map<String, String> mapping) throws SQLException {
        List<Known> known = Statements.list(
                connection,
                "SELECT d.id, d.kind, d.serial, COALESCE((SELECT MAX(q.quarter) FROM quarter_hour q WHERE q.device_id = d.id), 0)"
                        + " FROM device d JOIN meter m ON m.id = d.meter_id WHERE m.name = ? ORDER BY d.id",
                row -> new Known(row.getInt(1), row.getString(2), row.getString(3), row.getLong(4)),
                meter);
        return new MeterDevices(meter, known, mapping);
    }

    /**
     * Which one is meant.
     *
     * @param newestGeneration of the same device in the file: only that one is read now
     */
    Target find(FileDevice device, int newestGeneration) {
        String kind = device.kind().word();
        if (device.generation() < newestGeneration) {
            String serial = name(device) + "~" + (device.generation() + 1);
            return target(kind, serial, true);
        }
        String mapped = mapping.getOrDefault(device.serial(), mapping.get(kind));
        if (mapped != null) {
            return target(kind, mapped, false);
        }
        Optional<Known> newest = known.stream()
                .filter(each -> each.kind().equals(kind))
                .max((one, other) -> Long.compare(one.newestQuarter(), other.newestQuarter()));
        if (device.serial().length() > MOST_LETTERS) {
            throw new Refusal("A serial number in the file is longer than any meter's: is the file what it seems?");
        }
        if (!device.serial().isEmpty()) {
            Target named = target(kind, device.serial(), false);
            return named.id() != null || newest.isEmpty() ? named : new Target(null, device.serial(), true);
        }
        return newest.map(each -> new Target(each.id(), each.serial(), false))
                .orElseGet(() -> target(kind, name(device), false));
    }

    /** Other devices of the same kind. */
    List<Known> others(FileDeviceKind kind, Target target) {
        return known.stream()
                .filter(each ->
                        each.kind().equals(kind.word()) && !each.serial().equals(target.serial()))
                .toList();
    }

    private Target target(String kind, String serial, boolean isEarlier) {
        return known.stream()
                .filter(each -> each.kind().equals(kind) && each.serial().equals(serial))
                .findFirst()
                .map(each -> new Target(each.id(), serial, isEarlier))
                .orElse(new Target(null, serial, isEarlier));
    }

    private String name(FileDevice device) {
        String serial = device.serial().isEmpty()
                ? device.kind() == FileDeviceKind.ELECTRICITY
                        ? meter
                        : device.kind().word()
                : device.serial();
        return serial.length() > MOST_CHARACTERS ? serial.substring(0, MOST_CHARACTERS) : serial;
    }
}
