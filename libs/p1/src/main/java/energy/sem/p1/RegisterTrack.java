package energy.sem.p1;

import java.time.Instant;
import java.util.Arrays;

/**
 * What one register showed and when, thinned out towards the past, and whether a further reading fits between its
 * neighbours in time. Since a register only rises, any reading kept bounds all others, however many between were dropped.
 */
final class RegisterTrack {

    /** Why a reading does not fit. */
    record Doubt(Finding.Cause cause, String detail) {}

    private static final int MOST_READINGS = 48;
    private static final int NEWEST_KEPT = 16;
    private static final int SECONDS_AN_HOUR = 3600;

    /** A clock that is put right by less than this does not make its register fall. */
    private static final long CLOCK_CORRECTION_SECONDS = 15 * 60;

    private static final long LASTING_SECONDS = 15 * 60;
    private static final int LASTING_READINGS = 3;

    /** So much faster than it can, a register may rise while it is seen whether that lasts. */
    private static final int MOST_TIMES = 10;

    private final String name;
    private long mostAnHour;
    private final long slackSeconds;
    private final long[] seconds = new long[MOST_READINGS];
    private final long[] values = new long[MOST_READINGS];
    private int size;

    private int newLevelReadings;
    private long newLevelFrom;
    private long newLevelFromValue;
    private long newLevelSecond;
    private long newLevelValue;

    /**
     * @param name for details, with the unit
     * @param mostAnHour the fastest that it can rise
     * @param slackSeconds how much too late its time may be, in either of two readings
     */
    RegisterTrack(String name, long mostAnHour, long slackSeconds) {
        this.name = name;
        this.mostAnHour = mostAnHour;
        this.slackSeconds = slackSeconds;
    }

    /** Whether the reading fits between those believed so far, no clock having been put right since. */
    boolean fits(long second, long value) {
        return !isLowerLater(second, value) && againstNeighbours(indexAtOrBefore(second), second, value) == null;
    }

    boolean isKnown() {
        return size > 0;
    }

    /** How much higher the value is than the newest believed; 0 while nothing is known. */
    long sinceNewest(long value) {
        return size == 0 ? 0 : value - values[size - 1];
    }

    /** Whether a lower value is remembered of a later second. */
    boolean isLowerLater(long second, long value) {
        int after = indexAtOrBefore(second) + 1;
        return after < size && values[after] < value;
    }

    /** Whether the reading fits; null if it does. A step up that lasts is believed in the end. */
    Doubt judge(long second, long value) {
        int before = indexAtOrBefore(second);
        Doubt doubt = againstNeighbours(before, second, value);
        if (doubt == null) {
            newLevelReadings = 0;
            return null;
        }
        boolean newest = before == size - 1;
        if (doubt.cause() == Finding.Cause.IMPOSSIBLE_STEP && newest && isLasting(second, value)) {
            newLevelReadings = 0;
            return null;
        }
        return doubt;
    }

    private Doubt againstNeighbours(int before, long second, long value) {
        if (before >= 0) {
            if (value < values[before]) {
                return falls(second, value, before);
            }
            if (!canRise(seconds[before], values[before], second, value)) {
                return steps(second, value, before);
            }
        }
        int after = before + 1;
        if (after < size && value != values[after]) {
            if (value > values[after]) {
                return wasClockPutRight(second, value) ? null : falls(second, value, after);
            }
            if (!canRise(second, value, seconds[after], values[after])) {
                return steps(second, value, after);
            }
        }
        return null;
    }

    private boolean canRise(long fromSecond, long fromValue, long toSecond, long toValue) {
        return canRise(fromSecond, fromValue, toSecond, toValue, mostAnHour);
    }

    private boolean canRise(long fromSecond, long fromValue, long toSecond, long toValue, long anHour) {
        return toValue >= fromValue
                && toValue - fromValue <= anHour * (toSecond - fromSecond + slackSeconds) / SECONDS_AN_HOUR;
    }

    /** Whether, by arrival, nothing fell: the value continues the newest one, whose time was a little too late. */
    private boolean wasClockPutRight(long second, long value) {
        long ahead = seconds[size - 1] - second;
        return ahead <= CLOCK_CORRECTION_SECONDS && canRise(second, values[size - 1], second + ahead, value);
    }

    private boolean isLasting(long second, long value) {
        if (newLevelReadings == 0
                || second < newLevelSecond
                || !canRise(newLevelSecond, newLevelValue, second, value, MOST_TIMES * mostAnHour)) {
            newLevelReadings = 1;
            newLevelFrom = second;
            newLevelFromValue = value;
        } else if (second > newLevelSecond) {
            newLevelReadings++;
        }
        newLevelSecond = second;
        newLevelValue = value;
        boolean lasting = newLevelReadings >= LASTING_READINGS && second - newLevelFrom >= LASTING_SECONDS;
        if (lasting) {
            // A connection that really carries more is not doubted again at its next reading.
            long anHour = (value - newLevelFromValue) * SECONDS_AN_HOUR / (second - newLevelFrom);
            mostAnHour = Math.max(mostAnHour, 2 * anHour);
        }
        return lasting;
    }

    private Doubt falls(long second, long value, int other) {
        return new Doubt(
                Finding.Cause.REGISTER_FALLS,
                name + " is " + value + " at " + Instant.ofEpochSecond(second) + ", but was " + values[other] + " at "
                        + Instant.ofEpochSecond(seconds[other]) + "; a register never falls");
    }

    private Doubt steps(long second, long value, int other) {
        return new Doubt(
                Finding.Cause.IMPOSSIBLE_STEP,
                name + " is " + value + " at " + Instant.ofEpochSecond(second) + " and " + values[other] + " at "
                        + Instant.ofEpochSecond(seconds[other]) + "; at most " + mostAnHour + " an hour is possible");
    }

    /** Keeps a reading that was believed; lower ones of later instants were of a clock that was ahead, and go. */
    void remember(long second, long value) {
        int before = indexAtOrBefore(second);
        if (before >= 0 && seconds[before] == second) {
            values[before] = Math.max(values[before], value);
        } else {
            if (size == MOST_READINGS) {
                thinOut();
                before = indexAtOrBefore(second);
            }
            int at = before + 1;
            System.arraycopy(seconds, at, seconds, at + 1, size - at);
            System.arraycopy(values, at, values, at + 1, size - at);
            seconds[at] = second;
            values[at] = value;
            size++;
            before = at;
        }
        if (before + 1 < size && values[before + 1] < value) {
            size = before + 1;
        }
    }

    /** Of all but the newest readings, drops every second one: the further back, the sparser. */
    private void thinOut() {
        int older = size - NEWEST_KEPT;
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (i >= older || i % 2 == 0) {
                seconds[kept] = seconds[i];
                values[kept] = values[i];
                kept++;
            }
        }
        size = kept;
    }

    private int indexAtOrBefore(long second) {
        if (size > 0 && seconds[size - 1] <= second) {
            return size - 1;
        }
        int found = Arrays.binarySearch(seconds, 0, size, second);
        return found >= 0 ? found : -found - 2;
    }
}
