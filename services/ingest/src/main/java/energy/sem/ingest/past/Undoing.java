package energy.sem.ingest.past;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import energy.sem.ingest.meter.DeviceEvent;
import energy.sem.ingest.quarter.PastStore;
import energy.sem.ingest.statement.Statements;
import energy.sem.p1.Register;
import energy.sem.quarter.QuarterHours;
import energy.sem.quarter.RegisterStarts;

/** Lists imports and takes them out again, the newest of a meter first: later ones rest on those before. */
@ApplicationScoped
public class Undoing {
    private static final int TIMEOUT_SECONDS = 3600;

    private final DataSource dataSource;
    private final Elsewhere elsewhere;
    private final ZoneId zone;
    private final Clock clock;

    Undoing(
            DataSource dataSource,
            Elsewhere elsewhere,
            @ConfigProperty(name = "sem.time-zone", defaultValue = "Europe/Brussels") ZoneId zone,
            Clock clock) {
        this.dataSource = dataSource;
        this.elsewhere = elsewhere;
        this.zone = zone;
        this.clock = clock;
    }

    /** Those of a meter, the newest first. */
    public List<ImportRun> list(String meter) {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = dataSource.getConnection()) {
                return Statements.list(
                        connection,
                        "SELECT id, state, format, file_sha256, file_bytes, file_rows, refused_rows, quarters, from_at, to_at, anchor,"
                                + " ended_at, undone_at, words FROM import_run WHERE meter = ? ORDER BY id DESC LIMIT 1000",
                        row -> new ImportRun(
                                row.getInt(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getLong(5),
                                row.getLong(6),
                                row.getLong(7),
                                row.getLong(8),
                                Instant.ofEpochMilli(row.getLong(9)),
                                Instant.ofEpochMilli(row.getLong(10)),
                                row.getString(11),
                                Instant.ofEpochMilli(row.getLong(12)),
                                row.getObject(13) == null ? null : Instant.ofEpochMilli(row.getLong(13)),
                                List.of(row.getString(14).split("\n", -1))),
                        meter);
            }
        });
    }

    /**
     * Takes an import out as a whole.
     *
     * @return false when the meter has no such import
     * @throws Refusal when it is out already, a later one rests on it, or what is known of the meter changed each time
     * @throws RuntimeException when the database refuses; nothing was changed
     */
    public boolean undo(String meter, int importId, Progress progress) {
        return Tries.writing(meter, lockFirst -> undo(meter, importId, progress, lockFirst));
    }

    private boolean undo(String meter, int importId, Progress progress, boolean lockFirst) {
        return QuarkusTransaction.requiringNew().timeout(TIMEOUT_SECONDS).call(() -> {
            try (Connection connection = dataSource.getConnection()) {
                MeterLock lock = MeterLock.ofPast(connection, meter);
                if (lockFirst) {
                    lock.hold();
                }
                return undo(connection, lock, meter, importId, progress);
            }
        });
    }

    /** A device that an import changed, and what was seen of it before anything was taken out. */
    private record Changed(
            int deviceId, Long firstAtMilli, int fromQuarter, int toQuarter, boolean hasDays, Set<Register> registers) {

        Seen seen(Connection by, String meter) throws SQLException {
            return Seen.of(by, meter, deviceId, fromQuarter, toQuarter + 1, registers);
        }
    }

    private boolean undo(Connection connection, MeterLock lock, String meter, int importId, Progress progress)
            throws SQLException {
        List<String> states = Statements.list(
                connection,
                "SELECT state FROM import_run WHERE id = ? AND meter = ?",
                row -> row.getString(1),
                importId,
                meter);
        if (states.isEmpty()) {
            return false;
        }
        refuseUnlessNewest(connection, meter, importId, states.get(0));
        List<Changed> changed = changed(connection, importId);
        Map<Changed, Seen> seen = new LinkedHashMap<>();
        for (Changed each : changed) {
            seen.put(each, each.seen(connection, meter));
        }
        Statements.run(
                connection,
                "UPDATE import_run SET state = 'undone', undone_at = ? WHERE id = ?",
                clock.millis(),
                importId);
        int recent = QuarterHours.of(clock.instant().minus(FileImport.RECENT));
        Map<Changed, NavigableSet<LocalDate>> days = new LinkedHashMap<>();
        for (Changed each : changed) {
            progress.at("writing", (double) days.size() / changed.size());
            days.put(each, new TreeSet<>(takeOutOlder(connection, importId, each, recent)));
        }
        lock.hold();
        elsewhere.use(other -> {
            for (Map.Entry<Changed, Seen> each : seen.entrySet()) {
                if (!each.getKey().seen(other, meter).equals(each.getValue())) {
                    throw new ChangedMeanwhile();
                }
            }
        });
        Statements.run(connection, "CALL undo_import_of_events(?)", importId);
        for (Changed each : changed) {
            takeOutRecent(connection, importId, each, recent, days.get(each));
            Statements.run(connection, "CALL undo_import_of_device(?, ?)", importId, each.deviceId());
        }
        restoreMeter(connection, importId, meter);
        return true;
    }

    private static List<Changed> changed(Connection connection, int importId) throws SQLException {
        List<Changed> found = new ArrayList<>();
        for (int deviceId : Statements.list(
                connection,
                "SELECT device_id FROM import_device WHERE import_id = ? ORDER BY device_id",
                row -> row.getInt(1),
                importId)) {
            Set<Register> registers = RegisterStarts.of(connection, List.of(deviceId))
                    .getOrDefault(deviceId, Map.of())
                    .keySet();
            found.addAll(Statements.list(
                    connection,
                    "SELECT i.first_at, i.from_quarter, i.to_quarter, d.kind = 'electricity' FROM import_device i"
                            + " JOIN device d ON d.id = i.device_id WHERE i.import_id = ? AND i.device_id = ?",
                    row -> new Changed(
                            deviceId,
                            row.getObject(1) == null ? null : row.getLong(1),
                            row.getInt(2),
                            row.getInt(3),
                            row.getBoolean(4),
                            registers),
                    importId,
                    deviceId));
        }
        return found;
    }

    private static void refuseUnlessNewest(Connection connection, String meter, int importId, String state)
            throws SQLException {
        if (state.equals("undone")) {
            throw new Refusal("Import " + importId + " is out already.");
        }
        List<Integer> later = Statements.list(
                connection,
                "SELECT id FROM import_run WHERE meter = ? AND state = 'done' AND id > ? ORDER BY id DESC",
                row -> row.getInt(1),
                meter,
                importId);
        if (!later.isEmpty()) {
            throw new Refusal("Import " + later.get(0) + " came later and rests on it: take that one out first.");
        }
    }

    /** Takes the older part out; gives the days that wait for the rest, found while what lies around them is still there. */
    private NavigableSet<LocalDate> takeOutOlder(Connection connection, int importId, Changed each, int recent)
            throws SQLException {
        PastStore store = new PastStore(connection, each.deviceId(), zone, Set.of());
        NavigableSet<LocalDate> days =
                each.hasDays() ? store.daysOf(each.fromQuarter(), each.toQuarter()) : new TreeSet<>();
        store.takeOut(importId, each.fromQuarter(), Math.min(each.toQuarter(), recent - 1));
        store.recomputeLeft(days.headSet(store.dayOf(recent), false));
        return days.tailSet(store.dayOf(recent), true);
    }

    private void takeOutRecent(
            Connection connection, int importId, Changed each, int recent, NavigableSet<LocalDate> days)
            throws SQLException {
        PastStore store = new PastStore(connection, each.deviceId(), zone, Set.of());
        store.takeOut(importId, Math.max(each.fromQuarter(), recent), each.toQuarter());
        if (each.hasDays()) {
            // The last of the older part that is left was computed with what came after it.
            store.dayBefore(recent).ifPresent(days::add);
            store.recomputeLeft(days);
        }
        store.recomputeRegisters();
        // Live readings that came since, from before the import's first one, count too.
        Statements.run(
                connection,
                "UPDATE device d SET d.first_at = COALESCE(LEAST(COALESCE(?, (SELECT MIN(q.first_at) FROM quarter_hour q"
                        + " WHERE q.device_id = d.id)), COALESCE((SELECT q.first_at FROM quarter_hour q WHERE q.device_id = d.id"
                        + " ORDER BY q.quarter LIMIT 1), ?)), d.first_at) WHERE d.id = ?",
                each.firstAtMilli(),
                each.firstAtMilli(),
                each.deviceId());
        Statements.run(
                connection,
                "UPDATE device_event e JOIN device d ON d.id = e.device_id SET e.at = d.first_at WHERE d.id = ? AND e.kind = ?",
                each.deviceId(),
                DeviceEvent.APPEARED);
    }

    private static void restoreMeter(Connection connection, int importId, String meter) throws SQLException {
        Statements.run(
                connection,
                "UPDATE meter m JOIN import_run r ON r.id = ? SET m.first_at = LEAST(r.meter_first_at, COALESCE((SELECT MIN(d.first_at)"
                        + " FROM device d WHERE d.meter_id = m.id AND d.kind = 'electricity'), r.meter_first_at))"
                        + " WHERE m.name = ? AND r.meter_first_at IS NOT NULL",
                importId,
                meter);
    }
}
