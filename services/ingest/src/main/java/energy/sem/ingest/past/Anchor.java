package energy.sem.ingest.past;

import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;
import energy.sem.quarter.QuarterHours;
import energy.sem.quarter.QuarterRow;

/**
 * The level of a device's registers at the newest edge of its past, and where it comes from.
 *
 * @param level of each register
 * @param words for people
 * @param isZero whether some register has no level and begins at 0
 */
record Anchor(RegisterValues level, String words, boolean isZero) {

    /**
     * Finds it: in the meter's own reading at the past's end or within the quarter hour after it, else in the last one before the end
     * and what flowed since, else in the first one after it, else in earlier imports, else in what the user read from the display,
     * else the count begins at 0.
     *
     * @param typed what the display showed, by register: the edge and the value
     */
    static Anchor find(
            Walk walk, KnownRows known, int bottom, int top, Set<Register> registers, Map<Register, TypedAnchor> typed)
            throws SQLException {
        RegisterValues level = RegisterValues.NONE;
        String words = "";
        RegisterValues exact = walk.fixedAt(top);
        int after = exact != null ? -1 : known.firstFrom(top);
        RegisterValues forward = exact != null || after == top ? null : forward(walk, known, bottom, top, registers);
        if (exact != null) {
            level = exact;
            words = "the meter's own reading of " + QuarterHours.start(top);
        } else if (forward != null) {
            level = after < 0 ? forward : Sums.lower(forward, there(walk, after).first());
            words = "the last reading of its registers before the file's end";
        }
        if (after >= 0 && registers.stream().anyMatch(withoutLevel(level))) {
            // What flowed between the file's end and that reading is in no file: it counts as if before the end.
            level = both(level, Sums.levels(registers, there(walk, after).first()));
            words = words.isEmpty()
                    ? "the meter's own first reading after the file's end, of about " + QuarterHours.start(after)
                    : words;
        }
        RegisterValues.Builder all = RegisterValues.builder();
        level.forEach(all::set);
        EarlierImports earlier = new EarlierImports(known);
        for (int edge = top; edge >= bottom && !hasAll(all, registers); edge--) {
            RegisterValues its = earlier.at(edge);
            if (its != null && registers.stream().anyMatch(each -> !all.has(each) && its.has(each))) {
                RegisterValues then = plus(its, sum(walk, edge, top));
                registers.stream().filter(each -> !all.has(each)).forEach(each -> all.set(each, then.get(each)));
                words = words.isEmpty() ? "an earlier import" : words;
            }
        }
        for (Register register : registers) {
            TypedAnchor its = typed.get(register);
            if (!all.has(register) && its != null) {
                refuseOutside(its.edge(), bottom, top);
                Long moved = sum(walk, Math.min(its.edge(), top), top).get(register);
                all.set(register, its.value() + (moved == null ? 0 : moved));
                words = words.isEmpty() ? "what was read from the display" : words;
            }
        }
        boolean isZero = !hasAll(all, registers);
        if (isZero) {
            RegisterValues whole = sum(walk, bottom, top);
            for (Register register : registers) {
                if (!all.has(register)) {
                    all.set(register, whole.has(register) ? whole.get(register) : 0);
                }
            }
            words = words.isEmpty() ? "none: it begins at 0" : words;
        }
        return new Anchor(all.build(), words, isZero);
    }

    private static Predicate<Register> withoutLevel(RegisterValues level) {
        return register -> !level.has(register);
    }

    /** The first, and what only the second has. */
    private static RegisterValues both(RegisterValues first, RegisterValues second) {
        return RegisterValues.of(register -> first.has(register)
                ? Long.valueOf(first.get(register))
                : second.has(register) ? Long.valueOf(second.get(register)) : null);
    }

    /** What flowed between the file's end and that moment is in no file: it would vanish. */
    private static void refuseOutside(int edge, int bottom, int top) {
        if (edge < bottom || edge > top) {
            throw new Refusal(
                    "What the display showed has to be of a time that the file tells of, from %s to %s. Read it now, and download"
                                    .formatted(QuarterHours.start(bottom), QuarterHours.start(top))
                            + " the file again when it reaches beyond now; or import it when SEM has read the meter.");
        }
    }

    private static boolean hasAll(RegisterValues.Builder levels, Set<Register> registers) {
        return registers.stream().allMatch(levels::has);
    }

    /** From the last reading before the end: what flowed since is added; {@code null} without any reading. */
    private static RegisterValues forward(Walk walk, KnownRows known, int bottom, int top, Set<Register> registers)
            throws SQLException {
        RegisterValues sum = RegisterValues.NONE;
        int edge = top;
        while (edge > bottom) {
            Interval interval = walk.endingAt(edge);
            int from = interval == null ? edge - 1 : interval.fromQuarter();
            int reading = walk.readingWithin(from, edge);
            if (reading >= 0) {
                RegisterValues last = Sums.levels(registers, walk.fixed(reading).last());
                RegisterValues atFrom = interval == null ? null : walk.fixedAt(from);
                if (atFrom == null && interval != null) {
                    // Of a sum that began before these readings and goes on after them: what it leads to from those
                    // before.
                    atFrom = forward(walk, known, bottom, from, registers);
                }
                return plus(atFrom == null ? last : reached(last, atFrom, interval), sum);
            }
            sum = interval == null ? sum : sum.plus(interval.amounts());
            edge = from;
        }
        int before = known.lastLiveBefore(bottom);
        return before < 0
                ? null
                : plus(Sums.levels(registers, there(walk, before).last()), sum);
    }

    /** A row that was asked for beside those that the walk holds: live readings may have come between. */
    private static QuarterRow there(Walk walk, int quarter) throws SQLException {
        QuarterRow row = walk.fixed(quarter);
        if (row == null) {
            throw new ChangedMeanwhile();
        }
        return row;
    }

    /** What is known to have flowed counts from the edge, and where nothing is known the last reading. */
    private static RegisterValues reached(RegisterValues last, RegisterValues atFrom, Interval interval) {
        return RegisterValues.of(register -> !last.has(register)
                ? null
                : atFrom.has(register) && interval.amounts().has(register)
                        ? Long.valueOf(Math.max(
                                last.get(register),
                                atFrom.get(register) + interval.amounts().get(register)))
                        : last.get(register));
    }

    /** What flowed between two edges, as far as it is known. */
    private static RegisterValues sum(Walk walk, int from, int to) throws SQLException {
        RegisterValues sum = RegisterValues.NONE;
        int edge = to;
        while (edge > from) {
            Interval interval = walk.endingAt(edge);
            if (interval != null && interval.fromQuarter() >= from) {
                sum = sum.plus(interval.amounts());
                edge = interval.fromQuarter();
            } else {
                edge--;
            }
        }
        return sum;
    }

    /** The registers of the first, each raised by what the second has of it. */
    private static RegisterValues plus(RegisterValues level, RegisterValues moved) {
        return RegisterValues.of(register -> level.has(register)
                ? Long.valueOf(level.get(register) + (moved.has(register) ? moved.get(register) : 0))
                : null);
    }
}
