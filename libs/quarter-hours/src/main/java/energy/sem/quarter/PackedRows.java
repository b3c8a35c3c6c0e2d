package energy.sem.quarter;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.Set;

import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;

/**
 * Quarter rows of one device in order of time, as plain numbers: a row is made when it is asked for. A year with four registers is
 * 3 MB where as many objects are 9 MB. Immutable and thread-safe.
 */
public final class PackedRows extends AbstractList<QuarterRow> implements RandomAccess {
    /** No register counts down so far. */
    private static final long ABSENT = Long.MIN_VALUE;

    /** As many rows as were made last are kept: neighbouring edges rest on the same ones. */
    private static final int MADE = 4;

    private final int size;

    /** These and what follows have room for {@link #size} or more. */
    private final int[] quarters;

    private final long[] firstAt;
    private final long[] lastAt;
    private final Register[] registers;
    private final long[][] first;
    private final long[][] last;

    /** Each an immutable pair, so a thread that sees another's is right too. */
    private final Made[] made = new Made[MADE];

    private record Made(int index, QuarterRow row) {}

    private PackedRows(Builder builder) {
        size = builder.size;
        quarters = builder.quarters;
        firstAt = builder.firstAt;
        lastAt = builder.lastAt;
        registers = builder.registers;
        first = builder.first;
        last = builder.last;
    }

    /** Rows in order, at most one a quarter hour. */
    public static PackedRows of(List<QuarterRow> rows, Collection<Register> registers) {
        Builder builder = new Builder(registers, rows.size());
        rows.forEach(builder::add);
        return builder.build();
    }

    @Override
    public QuarterRow get(int index) {
        Objects.checkIndex(index, size);
        Made known = made[index % MADE];
        if (known == null || known.index() != index) {
            known = new Made(
                    index,
                    new QuarterRow(
                            quarters[index], firstAt[index], lastAt[index], values(first, index), values(last, index)));
            made[index % MADE] = known;
        }
        return known.row();
    }

    @Override
    public int size() {
        return size;
    }

    /** The number of a row's quarter hour, without making the row. */
    int quarter(int index) {
        return quarters[index];
    }

    /** Those that any of the rows has. */
    Set<Register> present() {
        Set<Register> present = EnumSet.noneOf(Register.class);
        for (int i = 0; i < registers.length; i++) {
            if (hasAny(first[i]) || hasAny(last[i])) {
                present.add(registers[i]);
            }
        }
        return present;
    }

    private boolean hasAny(long[] values) {
        return Arrays.stream(values, 0, size).anyMatch(value -> value != ABSENT);
    }

    private RegisterValues values(long[][] columns, int index) {
        RegisterValues.Builder values = RegisterValues.builder();
        for (int i = 0; i < registers.length; i++) {
            if (columns[i][index] != ABSENT) {
                values.set(registers[i], columns[i][index]);
            }
        }
        return values.build();
    }

    /** Gathers rows in order of time. Not thread-safe. */
    public static final class Builder {
        private static final int LEAST_ROOM = 16;

        private final Register[] registers;
        private final long[][] first;
        private final long[][] last;
        private int[] quarters;
        private long[] firstAt;
        private long[] lastAt;
        private int size;

        /**
         * @param registers all that any of the rows may have
         * @param expected how many rows there will be about: with many more it takes more room for a while
         */
        public Builder(Collection<Register> registers, int expected) {
            int room = Math.max(LEAST_ROOM, expected);
            Set<Register> once = EnumSet.noneOf(Register.class);
            once.addAll(registers);
            this.registers = once.toArray(Register[]::new);
            this.first = new long[this.registers.length][room];
            this.last = new long[this.registers.length][room];
            this.quarters = new int[room];
            this.firstAt = new long[room];
            this.lastAt = new long[room];
        }

        /**
         * Adds a row.
         *
         * @throws IllegalArgumentException when it is not after the one before, or has a register that was not said
         */
        public void add(QuarterRow row) {
            if (size > 0 && quarters[size - 1] >= row.quarter()) {
                throw new IllegalArgumentException(
                        "quarter hour " + row.quarter() + " comes after " + quarters[size - 1]);
            }
            if (size == quarters.length) {
                grow(size + (size >> 1));
            }
            quarters[size] = row.quarter();
            firstAt[size] = row.firstAtMilli();
            lastAt[size] = row.lastAtMilli();
            put(first, row.first());
            put(last, row.last());
            size++;
        }

        private void put(long[][] columns, RegisterValues values) {
            int found = 0;
            for (int i = 0; i < registers.length; i++) {
                Long value = values.get(registers[i]);
                columns[i][size] = value == null ? ABSENT : value;
                found += value == null ? 0 : 1;
            }
            if (found != values.registers().size()) {
                throw new IllegalArgumentException(values + " has more registers than " + Arrays.toString(registers));
            }
        }

        private void grow(int room) {
            quarters = Arrays.copyOf(quarters, room);
            firstAt = Arrays.copyOf(firstAt, room);
            lastAt = Arrays.copyOf(lastAt, room);
            for (int i = 0; i < registers.length; i++) {
                first[i] = Arrays.copyOf(first[i], room);
                last[i] = Arrays.copyOf(last[i], room);
            }
        }

        /** The rows; nothing may be added after. */
        public PackedRows build() {
            return new PackedRows(this);
        }
    }
}
