package energy.sem.files.reading;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import energy.sem.p1.Register;
import energy.sem.p1.RegisterUnit;
import energy.sem.p1.RegisterValues;

/**
 * Where, in readings of one place without serial numbers, another meter began: a register that falls and stays below, or leaps higher
 * than a connection can and stays there. One that is back soon after was read wrong.
 */
final class MeterChanges {
    private static final long BACK_WITHIN_MILLI = 24 * 3_600_000L;
    private static final int BACK_WITHIN_READINGS = 200;
    private static final int SURELY_READINGS = 3;

    /** More than any household's connection carries: 3 x 315 A at 230 V. */
    private static final long MOST_WATT = 250_000;

    /** More litres an hour than any household's gas or water meter counts. */
    private static final long MOST_LITRE_AN_HOUR = 100_000;

    private static final long SECONDS_AN_HOUR = 3_600;

    /** A fall by no more is rounding or a muddle of times, not another meter: if it is made up for. */
    private static final long SMALL = 1_000;

    private final SortedReadings readings;
    private final BitSet wrong = new BitSet();
    private final List<Integer> begins = new ArrayList<>();
    private final List<Long> beginnings = new ArrayList<>();
    private final Map<Register, Reading> level = new EnumMap<>(Register.class);

    private MeterChanges(SortedReadings readings) {
        this.readings = readings;
    }

    static MeterChanges of(SortedReadings sorted) {
        MeterChanges changes = new MeterChanges(sorted);
        changes.find();
        return changes;
    }

    boolean isWrong(int reading) {
        return wrong.get(reading);
    }

    int generation(int reading) {
        int found = Collections.binarySearch(begins, reading);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** When each further meter began, epoch milliseconds. */
    List<Long> beginnings() {
        return List.copyOf(beginnings);
    }

    private void find() {
        for (int i = 0; i < readings.size(); i++) {
            Reading reading = readings.get(i);
            boolean falls = isBelowLevel(reading);
            if (falls ? isBackSoon(i) : leaps(reading) && isBackAtNext(i)) {
                wrong.set(i);
                continue;
            }
            if (falls || leaps(reading)) {
                begins.add(i);
                beginnings.add(reading.atMilli());
                level.clear();
            }
            reading.values().forEach((register, value) -> level.put(register, reading));
        }
    }

    private boolean isBelowLevel(Reading reading) {
        return fall(reading) > 0;
    }

    /** How far the most fallen register is below its level. */
    private long fall(Reading reading) {
        long[] most = {0};
        reading.values().forEach((register, value) -> {
            Reading before = level.get(register);
            if (before != null) {
                most[0] = Math.max(most[0], before.values().get(register) - value);
            }
        });
        return most[0];
    }

    /** Whether a register rose faster than any connection lets it since it was last seen. */
    private boolean leaps(Reading reading) {
        boolean[] leaps = {false};
        reading.values().forEach((register, value) -> {
            Reading before = level.get(register);
            leaps[0] |= before != null && isLeap(register, before, reading);
        });
        return leaps[0];
    }

    private static boolean isLeap(Register register, Reading before, Reading reading) {
        long seconds = (reading.atMilli() - before.atMilli()) / 1_000;
        long anHour = register.unit() == RegisterUnit.WH ? MOST_WATT : MOST_LITRE_AN_HOUR;
        return reading.values().get(register) - before.values().get(register)
                > SMALL + anHour * seconds / SECONDS_AN_HOUR;
    }

    /** Whether the next reading is below a leap and at the old level again; after the last one nobody knows. */
    private boolean isBackAtNext(int leap) {
        if (leap + 1 == readings.size()) {
            return true;
        }
        Reading next = readings.get(leap + 1);
        boolean[] below = {false};
        RegisterValues leapt = readings.get(leap).values();
        next.values().forEach((register, value) -> below[0] |= leapt.has(register) && value < leapt.get(register));
        return below[0] && !isBelowLevel(next);
    }

    /** Whether a later reading is at the old level again: by a leap, not by counting on from the new one; or the fall was small. */
    private boolean isBackSoon(int from) {
        long until = readings.get(from).atMilli() + BACK_WITHIN_MILLI;
        boolean small = fall(readings.get(from)) <= SMALL;
        for (int i = from + 1; i < readings.size() && i < from + BACK_WITHIN_READINGS; i++) {
            Reading later = readings.get(i);
            if (later.atMilli() > until && i >= from + SURELY_READINGS) {
                return false;
            }
            if (!isBelowLevel(later) && (small || leapt(readings.get(i - 1), later))) {
                return true;
            }
        }
        return false;
    }

    private static boolean leapt(Reading before, Reading later) {
        boolean[] leaps = {false};
        later.values()
                .forEach((register, value) ->
                        leaps[0] |= before.values().has(register) && isLeap(register, before, later));
        return leaps[0];
    }
}
