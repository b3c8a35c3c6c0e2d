package energy.sem.history.model;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * One device and all its readings. A register is named by its column, such as {@code import_t1_wh}; every reading has the
 * same registers.
 */
public final class PlainDevice {
    private static final long QUARTER_MILLI = 900_000;

    public final String kind;
    public final String serial;
    public final TreeMap<Long, Map<String, Long>> readings = new TreeMap<>();

    public PlainDevice(String kind, String serial) {
        this.kind = kind;
        this.serial = serial;
    }

    /** A register's value at an edge, and how far the readings around it are apart; -1: on one side only. */
    public record Value(long value, long bracketMilli) {}

    public boolean has(String register) {
        return readings.firstEntry().getValue().containsKey(register);
    }

    public long gapMilli() {
        return kind.equals("electricity") ? 900_000 : 4_500_000;
    }

    public Value at(String register, long edge) {
        long edgeMilli = edge * QUARTER_MILLI;
        Map.Entry<Long, Map<String, Long>> before = readings.lowerEntry(edgeMilli);
        Map.Entry<Long, Map<String, Long>> after = readings.ceilingEntry(edgeMilli);
        if (after != null && after.getKey() == edgeMilli) {
            return new Value(after.getValue().get(register), 0);
        }
        if (before == null || after == null) {
            return new Value((before == null ? after : before).getValue().get(register), -1);
        }
        long whole = after.getKey() - before.getKey();
        long part = edgeMilli - before.getKey();
        BigInteger from = BigInteger.valueOf(before.getValue().get(register));
        BigInteger difference =
                BigInteger.valueOf(after.getValue().get(register)).subtract(from);
        // Registers do not fall, so division rounds down.
        BigInteger value =
                from.add(difference.multiply(BigInteger.valueOf(part)).divide(BigInteger.valueOf(whole)));
        return new Value(value.longValueExact(), whole);
    }

    /** True when something of the stretch lies between the first and the last reading. */
    public boolean knows(long from, long to) {
        return from < to
                && readings.size() > 1
                && readings.firstKey() < to * QUARTER_MILLI
                && readings.lastKey() > from * QUARTER_MILLI;
    }

    /** The difference of a register between two edges; {@code null} when the device has none or says nothing of it. */
    public Long difference(String register, long from, long to) {
        return !has(register) || !knows(from, to)
                ? null
                : at(register, to).value() - at(register, from).value();
    }

    /** What goes one way is counted by these: the meter's own total alone if it has one, else all its tariffs. */
    public List<String> counting(String direction) {
        String total = direction + "_wh";
        return has(total)
                ? List.of(total)
                : readings.firstEntry().getValue().keySet().stream()
                        .filter(register -> register.startsWith(direction))
                        .toList();
    }

    /** True when one of the edges lies in a gap. */
    public boolean isEstimated(long from, long to) {
        String register = readings.firstEntry().getValue().keySet().iterator().next();
        return knows(from, to)
                && (at(register, from).bracketMilli() > gapMilli()
                        || at(register, to).bracketMilli() > gapMilli());
    }

    /** Energy from the grid over a quarter hour times four, W; {@code null} unless both edges are known closely. */
    public Long demand(long quarter) {
        long watts = 0;
        for (String register : counting("import")) {
            Value start = at(register, quarter);
            Value end = at(register, quarter + 1);
            if (!close(start) || !close(end)) {
                return null;
            }
            watts += 4 * (end.value() - start.value());
        }
        return watts;
    }

    /** Milliseconds between two instants that are between readings at most a quarter hour apart. */
    public long coveredMilli(long fromMilli, long toMilli) {
        long covered = 0;
        NavigableMap<Long, Map<String, Long>> around = readings;
        Long start = readings.floorKey(fromMilli);
        if (start != null) {
            around = readings.tailMap(start, true);
        }
        Long previous = null;
        for (long at : around.keySet()) {
            if (previous != null && at - previous <= 900_000) {
                covered += Math.max(0, Math.min(at, toMilli) - Math.max(previous, fromMilli));
            }
            if (at >= toMilli) {
                break;
            }
            previous = at;
        }
        return covered;
    }

    private static boolean close(Value value) {
        return value.bracketMilli() >= 0 && value.bracketMilli() <= 120_000;
    }
}
