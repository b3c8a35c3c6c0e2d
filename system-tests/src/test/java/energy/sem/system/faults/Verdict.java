package energy.sem.system.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What became of one meter's readings.
 *
 * @param meter its name
 * @param telegrams how many went out
 * @param owed how many had to be stored
 * @param stored the readings that are, by their times
 * @param lost those that had to be and are not
 * @param doubled how many rows there are beyond one a reading
 * @param differences rows that nobody sent, and figures that are not those of the readings
 */
record Verdict(
        String meter,
        long telegrams,
        int owed,
        Map<Instant, Reading> stored,
        Set<Instant> lost,
        int doubled,
        List<String> differences) {

    /** Looks at the tables. */
    static Verdict of(Connection connection, Sender sender) throws SQLException {
        Map<String, Reading> sent = new HashMap<>();
        sender.ledger().sent().values().forEach(reading -> sent.put(Recomputation.row(reading), reading));
        List<String> rows = StoredRows.readings(connection, sender.meter(), sender.serial());
        Map<Instant, Reading> stored = new HashMap<>();
        List<String> differences = new ArrayList<>();
        for (String row : rows) {
            Reading reading = sent.get(row);
            if (reading == null) {
                differences.add(sender.meter() + ": nobody sent the reading " + row);
            } else {
                stored.put(reading.at(), reading);
            }
        }
        Set<Instant> owed = sender.ledger().owed();
        Set<Instant> lost = new HashSet<>(owed);
        lost.removeAll(stored.keySet());
        differences.addAll(figures(connection, sender, stored.values()));
        return new Verdict(
                sender.meter(),
                sender.ledger().telegrams(),
                owed.size(),
                stored,
                lost,
                rows.size() - new HashSet<>(rows).size(),
                differences);
    }

    private static List<String> figures(Connection connection, Sender sender, Collection<Reading> readings)
            throws SQLException {
        Recomputation anew = new Recomputation(readings);
        String meter = sender.meter();
        String serial = sender.serial();
        List<String> differences = new ArrayList<>();
        compare(
                meter + " quarter hours",
                anew.quarterHours(),
                StoredRows.quarterHours(connection, meter, serial),
                differences);
        compare(
                meter + " gas",
                anew.gasQuarterHours(),
                StoredRows.gasQuarterHours(connection, meter, serial),
                differences);
        compare(meter + " days", anew.days(), StoredRows.days(connection, meter, serial), differences);
        compare(
                meter + " month peaks",
                anew.monthPeaks(),
                StoredRows.monthPeaks(connection, meter, serial),
                differences);
        return differences;
    }

    private static void compare(String what, List<String> expected, List<String> found, List<String> differences) {
        Set<String> missing = new HashSet<>(expected);
        found.forEach(missing::remove);
        Set<String> surplus = new HashSet<>(found);
        expected.forEach(surplus::remove);
        missing.forEach(row -> differences.add(what + ": should be " + row));
        surplus.forEach(row -> differences.add(what + ": is " + row));
    }
}
