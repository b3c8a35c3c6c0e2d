package energy.sem.ingest.past;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import energy.sem.ingest.occurrence.OccurrenceRow;
import energy.sem.ingest.occurrence.Occurrences;
import energy.sem.ingest.statement.Statements;
import energy.sem.quarter.QuarterHours;

/** What a file says that meter and devices said beside their counts, and which of it is not known yet. Not thread-safe. */
final class FileEvents {
    private final Connection connection;
    private final List<OccurrenceRow> missing = new ArrayList<>();

    private record Key(String serial, String kind, int number, long atMilli) {}

    /** @param mapping serial numbers in the file and those that SEM knows the devices by */
    FileEvents(Connection connection, String meter, List<OccurrenceRow> said, Map<String, String> mapping)
            throws SQLException {
        this.connection = connection;
        if (said.isEmpty()) {
            return;
        }
        Set<Key> known = new HashSet<>(Statements.list(
                connection,
                "SELECT o.serial, o.kind, o.number, o.at FROM occurrence o JOIN meter m ON m.id = o.meter_id WHERE m.name = ?",
                row -> new Key(row.getString(1), row.getString(2), row.getInt(3), row.getLong(4)),
                meter));
        for (OccurrenceRow each : said) {
            OccurrenceRow row = each.withSerial(mapping.getOrDefault(each.serial(), each.serial()));
            if (known.add(new Key(row.serial(), row.kind(), row.number(), row.atMilli()))) {
                missing.add(row);
            }
        }
    }

    /** How many become known. */
    long changes() {
        return missing.size();
    }

    /** The quarter hour of the first that becomes known. */
    int from() {
        return QuarterHours.of(
                missing.stream().mapToLong(OccurrenceRow::atMilli).min().orElseThrow());
    }

    /** That of the last one. */
    int to() {
        return QuarterHours.of(
                missing.stream().mapToLong(OccurrenceRow::atMilli).max().orElseThrow());
    }

    /** Adds them; the caller holds the meter's lock. */
    void write(int importId, int meterId) throws SQLException {
        new Occurrences()
                .storeImported(
                        connection,
                        missing.stream().map(row -> row.withMeter(meterId)).toList(),
                        importId);
    }
}
