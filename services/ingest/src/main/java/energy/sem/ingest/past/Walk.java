package energy.sem.ingest.past;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import energy.sem.ingest.quarter.ImportedQuarter;
import energy.sem.ingest.quarter.Joins;
import energy.sem.ingest.quarter.KnownQuarter;
import energy.sem.ingest.quarter.Ranges;
import energy.sem.p1.Direction;
import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;
import energy.sem.quarter.QuarterHours;
import energy.sem.quarter.QuarterRow;

/**
 * Goes through a device's past from its newest edge to its oldest one: each edge's registers are those of the edge after it less what
 * flowed between them (import-formats.md, 7.2), and wherever readings of registers tell an edge, they count. Done twice: first to find
 * what does not fit, then, with what was found, to tell the rows that are to be written. Not thread-safe.
 */
final class Walk {
    private final KnownRows known;
    private final FileSeries file;
    private final EarlierImports earlier;
    private final Edges fixedEdges;
    private final Edges fileEdges;
    private final Set<Register> registers;
    private final boolean importCounts;
    private final Overlap overlap;
    private final Rows out;
    private final List<Run> runs = new ArrayList<>();
    /** Those of the walk before, or none. */
    private final List<Run> corrections;

    private final Floors floors;

    private RegisterValues level;
    /** At the edge or reading after the one that is told. */
    private RegisterValues levelAfter;

    private RegisterValues lowest = RegisterValues.NONE;
    private int runTop;
    private int runIntervals;
    private RegisterValues runUnknown = RegisterValues.NONE;
    private RegisterValues runMoved = RegisterValues.NONE;
    private RegisterValues runSummed = RegisterValues.NONE;
    private RegisterValues pendingLast;
    private int pendingQuarter;
    private int lastTold;

    /** Hears of each row that should be there, newest first. */
    interface Rows {
        void row(ImportedQuarter row, KnownQuarter known) throws SQLException;
    }

    Walk(
            KnownRows known,
            FileSeries file,
            long mostApartMilli,
            Overlap overlap,
            List<Run> corrections,
            Set<Register> registers,
            Rows out) {
        this.known = known;
        this.file = file;
        this.earlier = new EarlierImports(known);
        this.fixedEdges = new Edges(this::fixed, mostApartMilli);
        this.fileEdges = new Edges(file::reading, mostApartMilli);
        this.overlap = overlap;
        this.corrections = corrections;
        this.floors = new Floors(corrections);
        this.out = out;
        this.registers = EnumSet.copyOf(registers);
        this.importCounts = registers.stream().anyMatch(each -> each.direction() == Direction.IMPORT);
    }

    /** What readings of registers say of a quarter hour, the meter's own before those of files; {@code null} if nothing. */
    QuarterRow fixed(int quarter) throws SQLException {
        QuarterRow live = known.live(quarter);
        return live != null ? live : registerRow(quarter);
    }

    private QuarterRow registerRow(int quarter) throws SQLException {
        ImportedQuarter imported = known.at(quarter).imported();
        QuarterRow before = imported != null && imported.isRegister() ? imported.row() : null;
        return Joins.merge(before, file.reading(quarter));
    }

    /** Registers at an edge, where readings tell them. */
    RegisterValues fixedAt(int edge) throws SQLException {
        RegisterValues values = fixedEdges.at(edge);
        return values == null ? null : Sums.levels(registers, values);
    }

    /** The better of what the file and earlier imports say that flowed up to an edge; of equal ones the file's. */
    Interval endingAt(int edge) throws SQLException {
        Interval ours = file.endingAt(edge);
        Interval theirs = earlier.endingAt(edge);
        if (ours != null && theirs == null && earlier.knowsBetter(ours)) {
            return null;
        }
        if (ours == null || theirs == null) {
            return ours == null ? theirs : ours;
        }
        if (ours.length() != theirs.length()) {
            boolean better =
                    ours.trust() != theirs.trust() ? ours.trust() < theirs.trust() : ours.length() < theirs.length();
            return better ? ours : theirs;
        }
        return merged(ours, theirs);
    }

    private static Interval merged(Interval ours, Interval theirs) {
        RegisterValues.Builder amounts = RegisterValues.builder();
        boolean oursUsed = false;
        boolean theirsUsed = false;
        for (Register register : Register.values()) {
            boolean inOurs = knows(ours, register);
            boolean inTheirs = knows(theirs, register);
            boolean take = inOurs && (!inTheirs || ours.trust() <= theirs.trust());
            Interval from = take ? ours : theirs;
            if (from.amounts().has(register)) {
                amounts.set(register, from.amounts().get(register));
                oursUsed |= take;
                theirsUsed |= !take;
            }
        }
        int trust = Math.max(oursUsed ? ours.trust() : 0, theirsUsed ? theirs.trust() : 0);
        return new Interval(ours.fromQuarter(), ours.toQuarter(), amounts.build(), trust);
    }

    /** Of electricity all registers of a direction go together: where one is known, the others stood still. */
    private static boolean knows(Interval interval, Register register) {
        Direction direction = register.direction();
        return direction == null
                ? interval.amounts().has(register)
                : interval.amounts().total(direction) != null;
    }

    /**
     * Goes from one edge down to another one.
     *
     * @param start the registers at the upper edge
     */
    void run(int top, int bottom, RegisterValues start) throws SQLException {
        level = start;
        lowest = start;
        runTop = top;
        lastTold = Integer.MAX_VALUE;
        pendingQuarter = -1;
        Interval above = null;
        int edge = top;
        while (true) {
            Interval below = edge > bottom ? endingAt(edge) : null;
            tellEdge(edge, above, below);
            if (edge <= bottom) {
                return;
            }
            int reading = readingWithin(below == null ? edge - 1 : below.fromQuarter(), edge);
            int next;
            if (reading < 0) {
                next = passUnread(edge, below);
            } else {
                next = passReading(edge, below, reading);
            }
            above = below != null && below.fromQuarter() == next ? below : null;
            lowest = Sums.lower(lowest, level);
            edge = next;
        }
    }

    /** What does not fit between readings, found so far. */
    List<Run> runs() {
        return runs;
    }

    /** The least that each register was. */
    RegisterValues lowest() {
        return lowest;
    }

    /** The highest quarter hour with readings in [from, to), or -1. */
    int readingWithin(int from, int to) throws SQLException {
        for (int quarter = to - 1; quarter >= from; quarter--) {
            if (fixed(quarter) != null) {
                return quarter;
            }
        }
        return -1;
    }

    private int passUnread(int edge, Interval below) {
        RegisterValues passedBefore = runUnknown;
        runUnknown = withUnknown(below, edge);
        correctUnknown(passedBefore);
        if (below == null) {
            return edge - 1;
        }
        runIntervals++;
        runMoved = runMoved.plus(below.amounts());
        if (below.trust() == ImportedQuarter.SUM) {
            runSummed = runSummed.plus(below.amounts());
        }
        level = floored(Sums.minus(level, below.amounts()));
        return below.fromQuarter();
    }

    private int passReading(int edge, Interval below, int reading) throws SQLException {
        QuarterRow row = fixed(reading);
        levelAfter = level;
        RegisterValues shown = Sums.levels(registers, row.last());
        int from = below == null ? reading : below.fromQuarter();
        RegisterValues atFrom = fixedAt(from);
        int next;
        if (below != null && atFrom != null) {
            overlap.compare(below);
            endOfRun(
                    reading,
                    Sums.difference(Sums.minus(level, below.amounts()), atFrom),
                    withUnknown(below, edge),
                    atFrom);
            level = Sums.over(Sums.minus(level, below.amounts()), atFrom);
            next = from;
        } else if (below != null && fixed(from - 1) == null) {
            // Readings began in this time: from its start on the file tells what flowed.
            endOfRun(reading, Sums.difference(level, shown), withUnknown(null, edge), shown);
            level = Sums.minus(level, below.amounts());
            for (int quarter = from; quarter < edge; quarter++) {
                QuarterRow later = fixed(quarter);
                level = later == null ? level : Sums.lower(level, Sums.levels(registers, later.first()));
            }
            next = from;
        } else {
            endOfRun(reading, Sums.difference(level, shown), withUnknown(null, edge), shown);
            RegisterValues first = fixedAt(reading);
            level = Sums.over(level, first != null ? first : Sums.levels(registers, row.first()));
            next = reading;
        }
        for (int quarter = reading; quarter >= next; quarter--) {
            tellRegisters(quarter, below);
        }
        runTop = next;
        runIntervals = 0;
        runUnknown = RegisterValues.NONE;
        runMoved = RegisterValues.NONE;
        runSummed = RegisterValues.NONE;
        return next;
    }

    private void endOfRun(int reading, RegisterValues excess, RegisterValues unknown, RegisterValues floor)
            throws SQLException {
        boolean adjacent = runIntervals == 0;
        if (adjacent && known.live(reading) != null && known.live(runTop) != null) {
            return;
        }
        if (adjacent && !anyBelowZero(excess)) {
            return;
        }
        runs.add(new Run(reading, runTop, excess, runMoved, runSummed, unknown, floor));
    }

    private static boolean anyBelowZero(RegisterValues values) {
        boolean[] found = {false};
        values.forEach((register, value) -> found[0] |= value < 0);
        return found[0];
    }

    private Run correction() {
        return runs.size() < corrections.size() ? corrections.get(runs.size()) : null;
    }

    /** Of the difference between two readings the quarter hours without a value get each their part. */
    private void correctUnknown(RegisterValues passedBefore) {
        Run run = correction();
        if (run != null && run.toQuarter() == runTop) {
            level = Sums.minus(level, Sums.difference(run.taken(runUnknown), run.taken(passedBefore)));
        }
    }

    /** Of how many quarter hours of this stretch there is no value, with those up to this edge. */
    private RegisterValues withUnknown(Interval below, int edge) {
        int quarters = below == null ? 1 : edge - below.fromQuarter();
        return RegisterValues.of(register -> {
            if (!registers.contains(register)) {
                return null;
            }
            boolean isKnown = below != null && below.amounts().has(register);
            return (runUnknown.has(register) ? runUnknown.get(register) : 0) + (isKnown ? 0 : quarters);
        });
    }

    /** Never lower than the reading before. */
    private RegisterValues floored(RegisterValues values) {
        Run run = correction();
        if (run == null || run.toQuarter() != runTop) {
            return values;
        }
        return Sums.limited(values, run.floor(), Math::max);
    }

    /** Whether what was taken from the grid is not known there. */
    private boolean isGap(Interval interval) {
        return importCounts && interval.amounts().total(Direction.IMPORT) == null;
    }

    private void tellEdge(int edge, Interval above, Interval below) throws SQLException {
        boolean knownAbove = above != null && !isGap(above);
        boolean knownBelow = below != null && !isGap(below);
        KnownQuarter is = known.at(edge);
        if (is.live() != null) {
            pendingQuarter = -1;
            boolean liveBefore = known.live(edge - 1) != null;
            // Kept also where nothing of it is to be shown: a later import finds there what this one said.
            boolean begins = knownAbove && (!liveBefore || known.live(above.toQuarter()) == null);
            boolean ends = knownBelow && (!liveBefore || known.live(below.fromQuarter() - 1) == null);
            if (begins || ends) {
                tell(exactly(edge), begins ? above.trust() : ImportedQuarter.UNKNOWN, is);
            }
        } else if (registerRow(edge) == null && (knownAbove || knownBelow)) {
            boolean oneUnknown = importCounts && !knownAbove && lastTold == edge + 1;
            if (oneUnknown && fixed(edge - 1) == null) {
                tellBefore(edge, below);
            } else {
                QuarterRow row = exactly(edge);
                tell(
                        pendingQuarter == edge ? withLast(row) : row,
                        knownAbove ? above.trust() : ImportedQuarter.UNKNOWN,
                        is);
            }
        }
    }

    /** A single quarter hour of which nothing is known is a gap: the reading before it is a moment earlier than its edge. */
    private void tellBefore(int edge, Interval below) throws SQLException {
        pendingLast = level;
        pendingQuarter = edge - 1;
        if (below.length() > 1) {
            long at = KnownRows.beforeEdgeMilli(edge);
            tell(new QuarterRow(edge - 1, at, at, level, level), ImportedQuarter.UNKNOWN, known.at(edge - 1));
            pendingQuarter = -1;
        }
        lastTold = edge;
    }

    private QuarterRow withLast(QuarterRow row) {
        pendingQuarter = -1;
        long at = KnownRows.beforeEdgeMilli(row.quarter() + 1);
        return new QuarterRow(row.quarter(), row.firstAtMilli(), at, row.first(), pendingLast);
    }

    private QuarterRow exactly(int edge) {
        long at = QuarterHours.startMilli(edge);
        return new QuarterRow(edge, at, at, level, level);
    }

    /** Registers that a file read, where the meter itself said nothing. */
    private void tellRegisters(int quarter, Interval below) throws SQLException {
        QuarterRow row = registerRow(quarter);
        if (row == null) {
            return;
        }
        KnownQuarter is = known.at(quarter);
        RegisterValues read = fileEdges.at(quarter);
        if (is.live() != null && read != null) {
            overlap.compare(quarter, read);
        }
        boolean edgeKnown = below != null
                && below.fromQuarter() == quarter
                && row.firstAtMilli() > QuarterHours.startMilli(quarter)
                && fixed(quarter - 1) == null;
        QuarterRow whole = edgeKnown ? Joins.merge(row, exactly(quarter)) : row;
        if (is.live() == null || known.live(quarter - 1) == null) {
            boolean doubtful = file.isDoubtful(quarter)
                    || (is.imported() != null && is.imported().trust() == ImportedQuarter.DOUBTFUL_REGISTER);
            tell(between(whole, is), doubtful ? ImportedQuarter.DOUBTFUL_REGISTER : ImportedQuarter.REGISTER, is);
        }
    }

    /** Never lower than the meter's reading before nor higher than the one after: a file's registers may be rounded. */
    private QuarterRow between(QuarterRow row, KnownQuarter is) throws SQLException {
        RegisterValues first = floors.raised(row.quarter(), Sums.lower(row.first(), levelAfter));
        RegisterValues last = floors.raised(row.quarter(), Sums.lower(row.last(), levelAfter));
        int before = is.live() == null ? -1 : known.lastLiveBefore(row.quarter());
        QuarterRow live = before < 0 ? null : known.live(before);
        if (live != null) {
            // Between two times of live readings that no row of the file divides: no run tells of it.
            first = Sums.limited(first, live.last(), Math::max);
            last = Sums.limited(last, live.last(), Math::max);
        }
        return new QuarterRow(row.quarter(), row.firstAtMilli(), row.lastAtMilli(), first, last);
    }

    private void tell(QuarterRow row, int trust, KnownQuarter is) throws SQLException {
        lastTold = row.quarter();
        Ranges ranges = file.extremes(row.quarter());
        if (ranges.equals(Ranges.NONE) && is.imported() != null) {
            ranges = is.imported().ranges();
        }
        ImportedQuarter said = new ImportedQuarter(row, ranges, trust, null);
        boolean liveBefore = known.live(row.quarter() - 1) != null;
        out.row(said.as(Joins.of(said, is.live(), liveBefore)), is);
    }
}
