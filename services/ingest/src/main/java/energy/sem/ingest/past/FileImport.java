package energy.sem.ingest.past;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

import energy.sem.files.FileDevice;
import energy.sem.files.FileDeviceKind;
import energy.sem.ingest.meter.DeviceEvent;
import energy.sem.ingest.quarter.PastStore;
import energy.sem.ingest.statement.Statements;
import energy.sem.quarter.QuarterHours;

/**
 * One import in one transaction. What is older than two days is looked at and, of devices that are there, written while live readings
 * go on; then the meter's lock is taken, what the look rested on has to be as it was, and the rest is written. Not thread-safe.
 */
final class FileImport {
    private static final String NEW_METER =
            "INSERT INTO meter (name, first_at) VALUES (?, ?) ON DUPLICATE KEY UPDATE name = name";
    /** What is younger may be written by the meter itself now: its quarter hours and days wait until the meter's lock is held. */
    static final Duration RECENT = Duration.ofDays(2);

    private static final int MOST_WORDS = 8000;
    private static final int MOST_ANCHOR = 400;

    private final Connection connection;
    private final String meter;
    private final Upload upload;
    private final ImportOptions options;
    private final ZoneId zone;
    private final Clock clock;
    private final Progress progress;
    private final Elsewhere elsewhere;

    FileImport(
            Connection connection,
            Elsewhere elsewhere,
            String meter,
            Upload upload,
            ImportOptions options,
            ZoneId zone,
            Clock clock,
            Progress progress) {
        this.connection = connection;
        this.elsewhere = elsewhere;
        this.meter = meter;
        this.upload = upload;
        this.options = options;
        this.zone = zone;
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * Looks, and only that.
     *
     * @throws Refusal when the file does not fit
     */
    Plan look(String format, FileRows rows) throws SQLException {
        Looked looked = look(rows);
        return plan(true, null, format, rows, looked, words(format, rows, looked));
    }

    /**
     * Looks, and takes it.
     *
     * @param lockFirst whether live readings have to wait from the start
     * @throws Refusal when the file does not fit; the transaction is to be rolled back
     * @throws ChangedMeanwhile when live readings have changed what was looked at; the transaction is to be rolled back
     */
    Plan take(String format, FileRows rows, boolean lockFirst) throws SQLException {
        MeterLock lock = MeterLock.ofPast(connection, meter);
        long startedMilli = clock.millis();
        if (lockFirst) {
            lock.hold();
        }
        Looked looked = look(rows);
        List<String> words = words(format, rows, looked);
        boolean isNews = looked.quarters() > 0 || looked.events().changes() > 0;
        Integer importId = isNews ? write(looked, new Facts(format, rows, words, startedMilli), lock) : null;
        return plan(false, importId, format, rows, looked, words);
    }

    /** What the file says, beside what is known. */
    private record Looked(List<DevicePast> pasts, FileEvents events) {
        long quarters() {
            return pasts.stream().mapToLong(DevicePast::changes).sum();
        }
    }

    private List<String> words(String format, FileRows rows, Looked looked) {
        List<String> words = Words.ofFile(format, rows);
        looked.pasts().forEach(past -> words.addAll(past.words(zone)));
        words.addAll(Words.ofEvents(rows.events().size(), looked.events().changes()));
        return words;
    }

    private static Plan plan(
            boolean dryRun, Integer importId, String format, FileRows rows, Looked looked, List<String> words) {
        return new Plan(
                dryRun,
                importId,
                null,
                format,
                rows.rows(),
                rows.refusedRows(),
                rows.refused(),
                looked.quarters(),
                looked.pasts().stream().map(DevicePast::plan).toList(),
                words);
    }

    private record Facts(String format, FileRows rows, List<String> words, long startedMilli) {}

    /** A device whose older past is written, and the days that wait for the rest. */
    private record Begun(DevicePast past, int deviceId, Long firstAtBefore, PastStore store, Set<LocalDate> days) {}

    private Looked look(FileRows rows) throws SQLException {
        MeterDevices devices = MeterDevices.of(connection, meter, options.devices());
        Map<FileDevice, Integer> newest = Importing.newest(rows.devices().keySet());
        List<DevicePast> pasts = new ArrayList<>();
        int looked = 0;
        for (Map.Entry<FileDevice, FileSeries> each : rows.devices().entrySet()) {
            progress.at("comparing", (double) looked++ / rows.devices().size());
            FileDevice device = each.getKey();
            MeterDevices.Target target =
                    devices.find(device, newest.get(new FileDevice(device.kind(), device.serial(), 0)));
            DevicePast past = new DevicePast(connection, meter, device, target, each.getValue());
            past.look(devices.others(device.kind(), target), options.anchors());
            pasts.add(past);
        }
        return new Looked(pasts, new FileEvents(connection, meter, rows.events(), options.devices()));
    }

    private int write(Looked looked, Facts facts, MeterLock lock) throws SQLException {
        List<DevicePast> changing =
                looked.pasts().stream().filter(past -> past.changes() > 0).toList();
        int from = changing.stream().mapToInt(DevicePast::writtenFrom).min().orElseGet(looked.events()::from);
        int to = changing.stream().mapToInt(DevicePast::writtenTo).max().orElseGet(looked.events()::to);
        long quarters = looked.quarters();
        int importId = insertRun(quarters, from, to, looked.pasts(), facts);
        int recent = QuarterHours.of(clock.instant().minus(RECENT));
        long[] written = {0};
        Runnable tick = () -> progress.at("writing", (double) (written[0] += 500) / quarters);
        List<Begun> all = new ArrayList<>();
        for (DevicePast past : changing) {
            if (past.target().id() != null) {
                all.add(begin(past, past.target().id(), importId, recent, tick));
            }
        }
        Long firstAt = lock.hold();
        boolean isNew = firstAt == null;
        if (isNew) {
            Statements.run(connection, NEW_METER, meter, QuarterHours.startMilli(from));
        }
        int meterId = meterId();
        elsewhere.use(other -> {
            for (DevicePast past : changing) {
                past.checkUnchanged(other);
            }
        });
        for (DevicePast past : changing) {
            if (past.target().id() == null) {
                all.add(begin(past, insertDevice(past, meterId), importId, recent, tick));
            }
        }
        for (Begun each : all) {
            finish(each, meterId, importId);
        }
        looked.events().write(importId, meterId);
        Statements.run(
                connection,
                "UPDATE import_run SET ended_at = ?, meter_first_at = ? WHERE id = ?",
                clock.millis(),
                isNew ? null : firstAt,
                importId);
        return importId;
    }

    private int meterId() throws SQLException {
        return Statements.list(connection, "SELECT id FROM meter WHERE name = ?", row -> row.getInt(1), meter)
                .get(0);
    }

    /** Only under the meter's lock: a row that refers to the meter's shares its lock, and live readings would wait all the same. */
    private int insertDevice(DevicePast past, int meterId) throws SQLException {
        return Statements.insert(
                connection,
                "INSERT INTO device (meter_id, kind, serial, first_at) VALUES (?,?,?,?)",
                meterId,
                past.device().kind().word(),
                past.target().serial(),
                QuarterHours.startMilli(past.writtenFrom()));
    }

    private Begun begin(DevicePast past, int id, int importId, int recent, Runnable tick) throws SQLException {
        Long before = past.target().id() == null
                ? null
                : Statements.list(connection, "SELECT first_at FROM device WHERE id = ?", row -> row.getLong(1), id)
                        .get(0);
        PastStore store = new PastStore(connection, id, zone, past.registers());
        past.writeOlder(importId, store, recent, tick);
        NavigableSet<LocalDate> days = new TreeSet<>();
        if (past.device().kind() == FileDeviceKind.ELECTRICITY) {
            days = store.daysOf(past.writtenFrom(), past.writtenTo());
            store.recompute(days.headSet(store.dayOf(recent), false));
        }
        return new Begun(past, id, before, store, days.tailSet(store.dayOf(recent), true));
    }

    private void finish(Begun begun, int meterId, int importId) throws SQLException {
        DevicePast past = begun.past();
        int deviceId = begun.deviceId();
        past.writeRecent(importId, begun.store());
        boolean isElectricity = past.device().kind() == FileDeviceKind.ELECTRICITY;
        if (isElectricity) {
            NavigableSet<LocalDate> days = new TreeSet<>(begun.days());
            if (past.hasRecent()) {
                days.addAll(begun.store().daysOf(past.recentFrom(), past.writtenTo()));
            }
            begun.store().recompute(days);
            past.writeMonthPeaks(importId, deviceId);
        }
        long fromMilli = QuarterHours.startMilli(past.writtenFrom());
        Statements.run(connection, "UPDATE device SET first_at = LEAST(first_at, ?) WHERE id = ?", fromMilli, deviceId);
        Statements.run(
                connection,
                "INSERT INTO device_event (device_id, kind, at, detail) VALUES (?,?,?,?) ON DUPLICATE KEY UPDATE at = LEAST(at, VALUES(at))",
                deviceId,
                DeviceEvent.APPEARED,
                fromMilli,
                past.device().kind().word() + " device " + past.target().serial() + " appeared");
        if (isElectricity) {
            Statements.run(
                    connection, "UPDATE meter SET first_at = LEAST(first_at, ?) WHERE id = ?", fromMilli, meterId);
        }
        Statements.run(
                connection,
                "INSERT INTO import_device VALUES (?,?,?,?,?)",
                importId,
                deviceId,
                begun.firstAtBefore(),
                past.writtenFrom(),
                past.writtenTo());
    }

    private int insertRun(long quarters, int from, int to, List<DevicePast> pasts, Facts facts) throws SQLException {
        String anchors = String.join(
                "; ",
                pasts.stream()
                        .map(past ->
                                past.device().kind().word() + ": " + past.plan().anchor())
                        .toList());
        String anchor = options.anchorText().isEmpty() ? anchors : options.anchorText() + " (" + anchors + ")";
        return Statements.insert(
                connection,
                "INSERT INTO import_run (meter, file_sha256, file_bytes, format, file_rows, refused_rows, quarters, from_at, to_at,"
                        + " anchor, started_at, ended_at, state, words) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,'done',?)",
                meter,
                upload.sha256(),
                upload.bytes(),
                cut(facts.format(), 200),
                facts.rows().rows(),
                facts.rows().refusedRows(),
                quarters,
                QuarterHours.startMilli(from),
                QuarterHours.startMilli(to + 1),
                cut(anchor, MOST_ANCHOR),
                facts.startedMilli(),
                facts.startedMilli(),
                cut(String.join("\n", facts.words()), MOST_WORDS));
    }

    private static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most));
    }
}
