package energy.sem.ingest.past;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

import energy.sem.files.ExtremesOf;
import energy.sem.files.RegisterAt;
import energy.sem.files.StatedMonthPeak;
import energy.sem.files.Trust;
import energy.sem.files.VolumeOf;
import energy.sem.ingest.quarter.ImportedQuarter;
import energy.sem.ingest.quarter.Ranges;
import energy.sem.p1.Direction;
import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;
import energy.sem.quarter.QuarterHours;
import energy.sem.quarter.QuarterRow;

/**
 * What a file says of one device, by quarter hour, in whatever order it came. Pages of plain numbers: ten years of quarter hours of
 * four registers are some 10 MB. Not thread-safe.
 */
final class FileSeries {
    /** The longest sum: a day in autumn. */
    private static final int MOST_QUARTERS = 100;

    private static final long COARSEST = 1000;
    private static final int PAGE_BITS = 10;
    private static final int PAGE = 1 << PAGE_BITS;
    private static final int ABSENT = -1;
    private static final int EMPTY = -2;

    private final NavigableMap<Integer, Page> pages = new TreeMap<>();
    private final Set<Register> registers = EnumSet.noneOf(Register.class);
    private final Counts counts = new Counts();
    private long resolution = COARSEST;
    private final FileExtremes extremes = new FileExtremes();
    private final List<StatedMonthPeak> monthPeaks = new ArrayList<>();

    /** What came, in numbers. */
    static final class Counts {
        long registerRows;
        long volumes;
        long estimated;
        long unknown;
        int longest;
    }

    /**
     * A register showed a value.
     *
     * @return why it cannot be taken, or {@code null}
     */
    String add(RegisterAt row) {
        long atMilli = row.at().toEpochMilli();
        int quarter = QuarterHours.of(atMilli);
        Page page = pages.computeIfAbsent(quarter >> PAGE_BITS, number -> new Page());
        page.showed(
                quarter & (PAGE - 1),
                (int) (atMilli - QuarterHours.startMilli(quarter)),
                row.register(),
                row.value(),
                row.trust() != Trust.REGISTER);
        registers.add(row.register());
        counts.registerRows++;
        while (row.value() % resolution != 0) {
            resolution /= 10;
        }
        return null;
    }

    /**
     * A register went so far.
     *
     * @return why it cannot be taken, or {@code null}
     */
    String add(VolumeOf row) {
        if (!isEdge(row.from()) || !isEdge(row.to())) {
            return "it does not begin and end on quarter hours";
        }
        int to = QuarterHours.of(row.to());
        int length = to - QuarterHours.of(row.from());
        if (length > MOST_QUARTERS) {
            return "it is longer than a day";
        }
        if (row.amount().isPresent() && row.amount().getAsLong() > Integer.MAX_VALUE) {
            return "the amount is beyond any household's";
        }
        int last = to - 1;
        Page page = pages.computeIfAbsent(last >> PAGE_BITS, number -> new Page());
        int slot = last & (PAGE - 1);
        if (page.length[slot] != 0 && page.length[slot] != length) {
            return "another row with the same end begins at another time";
        }
        int amount = row.amount().isPresent() ? (int) row.amount().getAsLong() : EMPTY;
        if (!page.flowed(slot, length, row.register(), amount, code(row.trust()))) {
            return "the file has another value for the same time";
        }
        registers.add(row.register());
        counts.volumes++;
        counts.longest = Math.max(counts.longest, length);
        if (amount == EMPTY) {
            counts.unknown++;
        } else if (row.trust() == Trust.ESTIMATED) {
            counts.estimated++;
        }
        return null;
    }

    /** The extremes of a quarter hour. */
    void add(ExtremesOf row) {
        extremes.add(QuarterHours.of(row.quarter()), row.values());
    }

    /** What the meter itself stated of a month. */
    void add(StatedMonthPeak row) {
        monthPeaks.add(row);
    }

    List<StatedMonthPeak> monthPeaks() {
        return monthPeaks;
    }

    /** The extremes that it says of a quarter hour, where it says any. */
    Ranges extremes(int quarter) {
        return extremes.at(quarter);
    }

    /** The registers that it has. */
    Set<Register> registers() {
        return registers;
    }

    Counts counts() {
        return counts;
    }

    boolean isEmpty() {
        return pages.isEmpty();
    }

    /** In what steps its registers are given, Wh or L: 1000 where all are whole kWh or m³; a register may have been so much higher. */
    long resolution() {
        return resolution;
    }

    /** Whether it says what flowed, and not only what registers showed. */
    boolean hasVolumes() {
        return counts.volumes > 0;
    }

    /** The first quarter hour of which it says anything. */
    int fromQuarter() {
        for (Map.Entry<Integer, Page> each : pages.entrySet()) {
            int slot = each.getValue().firstUsed();
            if (slot >= 0) {
                int quarter = (each.getKey() << PAGE_BITS) + slot;
                return quarter + 1 - Math.max(1, each.getValue().length[slot]);
            }
        }
        throw new IllegalStateException("empty");
    }

    /** The edge after the last quarter hour of which it says anything. */
    int toQuarter() {
        for (Map.Entry<Integer, Page> each : pages.descendingMap().entrySet()) {
            int slot = each.getValue().lastUsed();
            if (slot >= 0) {
                return (each.getKey() << PAGE_BITS) + slot + 1;
            }
        }
        throw new IllegalStateException("empty");
    }

    /**
     * What flowed up to an edge; {@code null} where the file does not say. Where one register of a direction moved, the others of
     * that direction that the file has stood still.
     */
    Interval endingAt(int edge) {
        int last = edge - 1;
        Page page = pages.get(last >> PAGE_BITS);
        int slot = last & (PAGE - 1);
        if (page == null || page.length[slot] == 0) {
            return null;
        }
        RegisterValues.Builder amounts = RegisterValues.builder();
        for (Register register : registers) {
            int amount = page.amount(register, slot);
            if (amount >= 0) {
                amounts.set(register, amount);
            } else if (amount == ABSENT && register.direction() != null && page.knows(register.direction(), slot)) {
                amounts.set(register, 0);
            }
        }
        RegisterValues known = amounts.build();
        return known.isEmpty() ? null : new Interval(edge - page.length[slot], edge, known, page.trust[slot]);
    }

    /** The first and last reading of registers in a quarter hour, or {@code null}. */
    QuarterRow reading(int quarter) {
        Page page = pages.get(quarter >> PAGE_BITS);
        return page == null ? null : page.row(quarter, quarter & (PAGE - 1));
    }

    /** Whether the times of those readings are in doubt. */
    boolean isDoubtful(int quarter) {
        Page page = pages.get(quarter >> PAGE_BITS);
        return page != null && page.doubtful[quarter & (PAGE - 1)];
    }

    private static boolean isEdge(Instant at) {
        return QuarterHours.isEdge(at);
    }

    private static int code(Trust trust) {
        return switch (trust) {
            case REGISTER, VALIDATED -> ImportedQuarter.VALIDATED;
            case ESTIMATED -> ImportedQuarter.ESTIMATED;
            case SUM -> ImportedQuarter.SUM;
        };
    }

    private static final class Page {
        /** Of what flowed up to the end of a quarter hour: how many quarter hours; 0 is none. */
        final byte[] length = new byte[PAGE];

        final byte[] trust = new byte[PAGE];
        final Map<Register, int[]> amounts = new EnumMap<>(Register.class);

        /** Within the quarter hour, ms; -1 is none. Made when the first register comes. */
        int[] firstMilli;

        int[] lastMilli;
        final boolean[] doubtful = new boolean[PAGE];
        final Map<Register, long[]> first = new EnumMap<>(Register.class);
        final Map<Register, long[]> last = new EnumMap<>(Register.class);

        boolean flowed(int slot, int quarters, Register register, int amount, int code) {
            int[] its = amounts.computeIfAbsent(register, name -> filled(ABSENT));
            if (its[slot] != ABSENT && its[slot] != amount) {
                return false;
            }
            its[slot] = amount;
            length[slot] = (byte) quarters;
            if (amount != EMPTY) {
                trust[slot] = (byte) Math.max(trust[slot], code);
            }
            return true;
        }

        int amount(Register register, int slot) {
            int[] its = amounts.get(register);
            return its == null ? ABSENT : its[slot];
        }

        boolean knows(Direction direction, int slot) {
            for (Map.Entry<Register, int[]> each : amounts.entrySet()) {
                if (each.getKey().direction() == direction && each.getValue()[slot] >= 0) {
                    return true;
                }
            }
            return false;
        }

        /** A register never falls (a file's device whose register does is another one), so the least value is the first. */
        void showed(int slot, int milli, Register register, long value, boolean inDoubt) {
            if (firstMilli == null) {
                firstMilli = filled(ABSENT);
                lastMilli = filled(ABSENT);
            }
            if (firstMilli[slot] == ABSENT || milli < firstMilli[slot]) {
                firstMilli[slot] = milli;
            }
            lastMilli[slot] = Math.max(lastMilli[slot], milli);
            doubtful[slot] |= inDoubt;
            long[] least = first.computeIfAbsent(register, name -> filledLong());
            long[] most = last.computeIfAbsent(register, name -> filledLong());
            least[slot] = least[slot] == ABSENT ? value : Math.min(least[slot], value);
            most[slot] = Math.max(most[slot], value);
        }

        QuarterRow row(int quarter, int slot) {
            if (firstMilli == null || firstMilli[slot] == ABSENT) {
                return null;
            }
            long start = QuarterHours.startMilli(quarter);
            return new QuarterRow(
                    quarter,
                    start + firstMilli[slot],
                    start + lastMilli[slot],
                    values(first, slot),
                    values(last, slot));
        }

        private static RegisterValues values(Map<Register, long[]> of, int slot) {
            RegisterValues.Builder values = RegisterValues.builder();
            of.forEach((register, its) -> {
                if (its[slot] != ABSENT) {
                    values.set(register, its[slot]);
                }
            });
            return values.build();
        }

        int firstUsed() {
            for (int slot = 0; slot < PAGE; slot++) {
                if (isUsed(slot)) {
                    return slot;
                }
            }
            return -1;
        }

        int lastUsed() {
            for (int slot = PAGE - 1; slot >= 0; slot--) {
                if (isUsed(slot)) {
                    return slot;
                }
            }
            return -1;
        }

        private boolean isUsed(int slot) {
            return length[slot] != 0 || (firstMilli != null && firstMilli[slot] != ABSENT);
        }

        private static int[] filled(int value) {
            int[] array = new int[PAGE];
            Arrays.fill(array, value);
            return array;
        }

        private static long[] filledLong() {
            long[] array = new long[PAGE];
            Arrays.fill(array, ABSENT);
            return array;
        }
    }
}
