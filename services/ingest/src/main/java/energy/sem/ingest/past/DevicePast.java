package energy.sem.ingest.past;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import energy.sem.files.FileDevice;
import energy.sem.files.FileDeviceKind;
import energy.sem.files.StatedMonthPeak;
import energy.sem.ingest.quarter.ImportTable;
import energy.sem.ingest.quarter.ImportedQuarter;
import energy.sem.ingest.quarter.KnownQuarter;
import energy.sem.ingest.quarter.PastStore;
import energy.sem.ingest.statement.Statements;
import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;
import energy.sem.quarter.QuarterHours;
import energy.sem.quarter.QuarterRow;
import energy.sem.quarter.QuarterSeries;
import energy.sem.quarter.RegisterStarts;

/** What a file says of one device, beside what is known of it: looked at first, then written. Not thread-safe. */
final class DevicePast {
    private static final int ROWS_AT_ONCE = 500;

    private final Connection connection;
    private final String meter;
    private final FileDevice device;
    private final MeterDevices.Target target;
    private final FileSeries file;
    private final KnownRows known;
    private final Set<Register> registers = EnumSet.noneOf(Register.class);
    private final Set<Register> all;
    private long mostApartMilli = QuarterSeries.DEMAND_BRACKET_MILLI;
    private int top;
    private int bottom;
    private Anchor anchor;
    private Overlap overlap;
    private List<Run> runs = List.of();
    private long added;
    private long replaced;
    private int writtenFrom = Integer.MAX_VALUE;
    private int writtenTo = -1;
    private Seen seen;
    private final List<ImportedQuarter> late = new ArrayList<>();
    private final Map<Integer, QuarterRow> lateLive = new HashMap<>();

    DevicePast(Connection connection, String meter, FileDevice device, MeterDevices.Target target, FileSeries file)
            throws SQLException {
        this.connection = connection;
        this.meter = meter;
        this.device = device;
        this.target = target;
        this.file = file;
        Set<Register> had = target.id() == null
                ? Set.of()
                : RegisterStarts.of(connection, List.of(target.id()))
                        .getOrDefault(target.id(), Map.of())
                        .keySet();
        this.all = EnumSet.noneOf(Register.class);
        all.addAll(had);
        all.addAll(file.registers());
        this.known = new KnownRows(connection, new ImportTable(connection, all), target.id());
    }

    /**
     * Finds what would become of it.
     *
     * @throws Refusal when it does not fit what the meter itself says
     */
    void look(List<MeterDevices.Known> others, Map<Register, TypedAnchor> typed) throws SQLException {
        span();
        seen = seen(connection);
        if (target.isEarlier()) {
            refuseWhereReadAtTheSameTime(others);
        }
        anchor = find(typed);
        if (anchor.isZero() && needsLevel(others)) {
            throw new Refusal(
                    "The file says what flowed, and no reading of the meter says at which level its registers are. Import it again"
                            + " when the meter has been read, or say what its display shows: an anchor such as "
                            + (device.kind() == FileDeviceKind.ELECTRICITY
                                    ? "importT1=1234.567@2026-11-01T10:00, one for each register."
                                    : device.kind().word() + "=1234.567@2026-11-01T10:00."));
        }
        RegisterValues start = anchor.level();
        overlap = new Overlap(new Edges(known::live, mostApartMilli), rounding());
        Walk first = walk(List.of(), overlap, (row, is) -> {});
        first.run(top, bottom, start);
        refuse(overlap.refusal());
        for (Run run : first.runs()) {
            refuse(run.refusal(rounding()));
        }
        runs = first.runs();
        Walk second = walk(runs, uncompared(), this::count);
        second.run(top, bottom, start);
        second.lowest().forEach((register, value) -> {
            if (value < 0) {
                refuse(
                        "The file counts %,d more than the register shows (%s): it is of more than one meter, or of another one."
                                .formatted(-value, register.label()));
            }
        });
    }

    /** @throws ChangedMeanwhile unless this connection sees what {@link #look} saw */
    void checkUnchanged(Connection other) throws SQLException {
        if (!seen(other).equals(seen)) {
            throw new ChangedMeanwhile();
        }
    }

    private Seen seen(Connection by) throws SQLException {
        return Seen.of(by, meter, target.id(), bottom, top, all);
    }

    private void span() throws SQLException {
        top = file.toQuarter();
        bottom = file.fromQuarter();
        int firstImported = known.firstImported();
        if (firstImported >= 0) {
            bottom = Math.min(bottom, firstImported);
            top = Math.max(top, known.lastImported() + 1);
        }
        registers.addAll(file.registers());
        EarlierImports earlier = new EarlierImports(known);
        for (int edge = top; firstImported >= 0 && edge >= bottom; edge--) {
            RegisterValues its = earlier.at(edge);
            if (its != null) {
                registers.addAll(its.registers());
                break;
            }
        }
    }

    /** Where readings are never close to an edge, those as far apart as is no gap have to do. */
    private Anchor find(Map<Register, TypedAnchor> typed) throws SQLException {
        int firstLive = known.firstLive();
        if (firstLive >= 0 && !anyEdge(firstLive)) {
            mostApartMilli = device.kind() == FileDeviceKind.ELECTRICITY
                    ? QuarterSeries.ELECTRICITY_GAP_MILLI
                    : QuarterSeries.MBUS_GAP_MILLI;
        }
        return Anchor.find(walk(List.of(), uncompared(), (row, is) -> {}), known, bottom, top, registers, typed);
    }

    /** What readings that are far from the edges leave open, or registers of a file that are given in large steps. */
    private long rounding() {
        long apart = mostApartMilli == QuarterSeries.DEMAND_BRACKET_MILLI ? Overlap.ROUNDING : Overlap.WHOLE_UNITS;
        return file.counts().registerRows == 0 ? apart : Math.max(apart, file.resolution());
    }

    private boolean anyEdge(int firstLive) throws SQLException {
        Edges close = new Edges(known::live, mostApartMilli);
        for (int edge = firstLive; edge < firstLive + 200; edge++) {
            if (close.at(edge) != null) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is of the meter that will be read: its registers then have to be at their level. */
    private boolean needsLevel(List<MeterDevices.Known> others) {
        return file.hasVolumes() && !target.isEarlier() && target.id() == null && others.isEmpty();
    }

    private void refuseWhereReadAtTheSameTime(List<MeterDevices.Known> others) throws SQLException {
        for (MeterDevices.Known other : others) {
            int firstLive = new KnownRows(connection, new ImportTable(connection, all), other.id()).firstLive();
            if (firstLive >= 0 && firstLive + 1 < file.toQuarter() && device.generation() == 0) {
                throw new Refusal("The file is of the meter " + target.serial() + ", while the one that is read is "
                        + other.serial()
                        + ", and both would have counted after " + QuarterHours.start(firstLive)
                        + ". If they are one and the same, say so with device=" + target.serial() + "=" + other.serial()
                        + ".");
            }
        }
    }

    private static void refuse(String words) {
        if (words != null) {
            throw new Refusal(words);
        }
    }

    private Walk walk(List<Run> corrections, Overlap compared, Walk.Rows out) {
        return new Walk(known, file, mostApartMilli, compared, corrections, registers, out);
    }

    private static Overlap uncompared() {
        return new Overlap(new Edges(quarter -> null, 0), 0);
    }

    private void count(ImportedQuarter row, KnownQuarter is) {
        if (isNews(row, is)) {
            if (is.imported() == null) {
                added++;
            } else {
                replaced++;
            }
            writtenFrom = Math.min(writtenFrom, row.quarter());
            writtenTo = Math.max(writtenTo, row.quarter());
        }
    }

    private static boolean isNews(ImportedQuarter row, KnownQuarter is) {
        return is.imported() == null
                || !is.imported().saysTheSame(row)
                || is.imported().trust() != row.trust();
    }

    /** How many rows there are to write. */
    long changes() {
        return added + replaced;
    }

    int writtenFrom() {
        return writtenFrom;
    }

    int writtenTo() {
        return writtenTo;
    }

    /** Whether there is something for {@link #writeRecent}. */
    boolean hasRecent() {
        return !late.isEmpty();
    }

    /** The oldest of that: it was heard newest first. */
    int recentFrom() {
        return late.get(late.size() - 1).quarter();
    }

    FileDevice device() {
        return device;
    }

    MeterDevices.Target target() {
        return target;
    }

    Set<Register> registers() {
        return all;
    }

    /**
     * Writes what {@link #look} found of the quarter hours before one; the others wait for {@link #writeRecent}.
     *
     * @param recent the first quarter hour of those to which the meter itself may be adding now
     */
    void writeOlder(int importId, PastStore store, int recent, Runnable tick) throws SQLException {
        List<ImportedQuarter> rows = new ArrayList<>();
        Map<Integer, QuarterRow> live = new HashMap<>();
        walk(runs, uncompared(), (row, is) -> {
                    if (!isNews(row, is)) {
                        return;
                    }
                    boolean isRecent = row.quarter() >= recent;
                    (isRecent ? late : rows).add(row);
                    if (is.live() != null) {
                        (isRecent ? lateLive : live).put(row.quarter(), is.live());
                    }
                    if (rows.size() == ROWS_AT_ONCE) {
                        store.write(importId, rows, live);
                        rows.clear();
                        live.clear();
                        tick.run();
                    }
                })
                .run(top, bottom, anchor.level());
        store.write(importId, rows, live);
    }

    /** Writes the rest; the caller holds the meter's lock. */
    void writeRecent(int importId, PastStore store) throws SQLException {
        store.write(importId, late, lateLive);
    }

    /** Adds what the file says that the meter stated of months, where nothing is stated yet. */
    void writeMonthPeaks(int importId, int deviceId) throws SQLException {
        for (StatedMonthPeak each : file.monthPeaks()) {
            Statements.run(
                    connection,
                    "INSERT INTO month_peak (device_id, month, running_w, running_at, final_w, final_at, import_id)"
                            + " VALUES (?,?,?,?,?,?,?) ON DUPLICATE KEY UPDATE device_id = VALUES(device_id)",
                    deviceId,
                    each.month().atDay(1),
                    each.runningW(),
                    milli(each.runningAt()),
                    each.finalW(),
                    milli(each.finalAt()),
                    importId);
        }
    }

    private static Long milli(Instant at) {
        return at == null ? null : at.toEpochMilli();
    }

    /** The same for people. */
    List<String> words(ZoneId zone) {
        return Words.ofDevice(this, zone, overlap);
    }

    /** What is said of it. */
    Plan.OfDevice plan() {
        FileSeries.Counts counts = file.counts();
        Instant from = QuarterHours.start(file.fromQuarter());
        return new Plan.OfDevice(
                device.kind().word(),
                target.serial(),
                target.id() == null,
                target.id() != null && target.serial().equals(device.serial()),
                from,
                QuarterHours.start(file.toQuarter()),
                counts.registerRows + counts.volumes - counts.unknown,
                counts.estimated,
                counts.unknown,
                added,
                replaced,
                overlap.count(),
                overlap.greatest(),
                anchor.words());
    }
}
