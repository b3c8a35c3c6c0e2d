package energy.sem.system.faults;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * What the tables must say of some readings, computed anew and plainly: all readings are looked at for each figure, by the
 * definitions of docs/how-it-works.md and by none of SEM's code. Rows as text, as {@link StoredRows} reads them.
 */
final class Recomputation {
    private static final long QUARTER_MILLI = 900_000;
    private static final long GAP_MILLI = 15 * 60_000;
    private static final long BRACKET_MILLI = 120_000;

    private final List<Reading> readings;
    private final SortedMap<Long, List<Reading>> byQuarter = new TreeMap<>();

    /** @param readings in any order, each once */
    Recomputation(Collection<Reading> readings) {
        this.readings = readings.stream()
                .sorted(java.util.Comparator.comparing(Reading::at))
                .toList();
        for (Reading reading : this.readings) {
            byQuarter
                    .computeIfAbsent(milli(reading) / QUARTER_MILLI, quarter -> new ArrayList<>())
                    .add(reading);
        }
    }

    /** Raw readings. */
    static String row(Reading r) {
        return row(
                milli(r), r.importT1Wh(), r.importT2Wh(), r.exportT1Wh(), r.importW(), r.exportW(), r.voltageDeciV());
    }

    List<String> readings() {
        return readings.stream().map(Recomputation::row).toList();
    }

    List<String> quarterHours() {
        List<String> rows = new ArrayList<>();
        byQuarter.forEach((quarter, within) -> {
            Reading first = within.get(0);
            Reading last = within.get(within.size() - 1);
            rows.add(row(
                    quarter,
                    milli(first),
                    milli(last),
                    first.importT1Wh(),
                    last.importT1Wh(),
                    first.importT2Wh(),
                    last.importT2Wh(),
                    first.exportT1Wh(),
                    last.exportT1Wh(),
                    within.stream().mapToInt(Reading::importW).max().orElseThrow(),
                    within.stream().mapToInt(Reading::exportW).max().orElseThrow(),
                    within.stream().mapToInt(Reading::voltageDeciV).min().orElseThrow(),
                    within.stream().mapToInt(Reading::voltageDeciV).max().orElseThrow()));
        });
        return rows;
    }

    /** Gas is read at full hours: one reading a quarter hour. */
    List<String> gasQuarterHours() {
        SortedMap<Long, Long> litreByMilli = new TreeMap<>();
        readings.forEach(reading -> litreByMilli.put(reading.gasAt().toEpochMilli(), reading.gasLitre()));
        return litreByMilli.entrySet().stream()
                .map(gas ->
                        row(gas.getKey() / QUARTER_MILLI, gas.getKey(), gas.getKey(), gas.getValue(), gas.getValue()))
                .toList();
    }

    /** Of the newest quarter hour only the first reading counts. */
    List<String> days() {
        List<Reading> counted = counted();
        SortedMap<LocalDate, List<Reading>> byDay = new TreeMap<>();
        for (Reading reading : readings) {
            byDay.computeIfAbsent(reading.at().atZone(Household.ZONE).toLocalDate(), day -> new ArrayList<>())
                    .add(reading);
        }
        List<String> rows = new ArrayList<>();
        for (LocalDate day : byDay.keySet()) {
            long from = day.atStartOfDay(Household.ZONE).toInstant().toEpochMilli();
            long to = day.plusDays(1).atStartOfDay(Household.ZONE).toInstant().toEpochMilli();
            Long peakW = null;
            Long peakQuarter = null;
            for (long quarter = from / QUARTER_MILLI; quarter < to / QUARTER_MILLI; quarter++) {
                Long demandW = demandW(counted, quarter);
                if (demandW != null && (peakW == null || demandW > peakW)) {
                    peakW = demandW;
                    peakQuarter = quarter;
                }
            }
            rows.add(row(day, peakW, peakQuarter, coveredMilli(counted, from, to) / 1000));
        }
        return rows;
    }

    List<String> monthPeaks() {
        SortedMap<YearMonth, Reading> highest = new TreeMap<>();
        for (Reading reading : readings) {
            if (reading.peakAt() != null) {
                highest.merge(
                        Household.monthOf(reading.peakAt()),
                        reading,
                        (kept, next) -> isHigher(next, kept) ? next : kept);
            }
        }
        return highest.entrySet().stream()
                .map(month -> row(
                        month.getKey().atDay(1),
                        month.getValue().peakW(),
                        month.getValue().peakAt().toEpochMilli()))
                .toList();
    }

    private static boolean isHigher(Reading reading, Reading than) {
        return reading.peakW() > than.peakW()
                || (reading.peakW() == than.peakW() && reading.peakAt().isBefore(than.peakAt()));
    }

    private List<Reading> counted() {
        if (byQuarter.isEmpty()) {
            return readings;
        }
        Instant newest = byQuarter.get(byQuarter.lastKey()).get(0).at();
        return readings.stream()
                .filter(reading -> !reading.at().isAfter(newest))
                .toList();
    }

    /** Four times what was imported in it, where the readings around both its edges are close enough. */
    private static Long demandW(List<Reading> readings, long quarter) {
        Long from = importWh(readings, quarter * QUARTER_MILLI);
        Long to = importWh(readings, (quarter + 1) * QUARTER_MILLI);
        return from == null || to == null ? null : 4 * (to - from);
    }

    /** Both tariffs at an edge; null where the readings around it are too far apart or one is missing. */
    private static Long importWh(List<Reading> readings, long edgeMilli) {
        Reading after = null;
        Reading before = null;
        for (Reading reading : readings) {
            if (milli(reading) >= edgeMilli) {
                after = reading;
                break;
            }
            before = reading;
        }
        if (after != null && milli(after) == edgeMilli) {
            return after.importT1Wh() + after.importT2Wh();
        }
        if (after == null || before == null || milli(after) - milli(before) > BRACKET_MILLI) {
            return null;
        }
        return between(before, after, edgeMilli, Reading::importT1Wh)
                + between(before, after, edgeMilli, Reading::importT2Wh);
    }

    private static long between(Reading before, Reading after, long milli, ToLongFunction<Reading> register) {
        long rise = register.applyAsLong(after) - register.applyAsLong(before);
        return register.applyAsLong(before)
                + Math.floorDiv(rise * (milli - milli(before)), milli(after) - milli(before));
    }

    private static long coveredMilli(List<Reading> readings, long from, long to) {
        long covered = 0;
        for (int i = 1; i < readings.size(); i++) {
            long start = milli(readings.get(i - 1));
            long end = milli(readings.get(i));
            if (end - start <= GAP_MILLI) {
                covered += Math.max(0, Math.min(end, to) - Math.max(start, from));
            }
        }
        return covered;
    }

    private static long milli(Reading reading) {
        return reading.at().toEpochMilli();
    }

    private static String row(Object... columns) {
        StringJoiner row = new StringJoiner("|");
        for (Object column : columns) {
            row.add(Objects.toString(column));
        }
        return row.toString();
    }
}
