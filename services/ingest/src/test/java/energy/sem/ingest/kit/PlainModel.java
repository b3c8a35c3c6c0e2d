package energy.sem.ingest.kit;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import energy.sem.event.Electricity;
import energy.sem.event.Extremes;
import energy.sem.event.MBusReading;
import energy.sem.event.MonthPeak;
import energy.sem.event.TelegramEvent;
import energy.sem.p1.Direction;
import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;

/**
 * What the tables must hold after these events, computed the plain way from all readings at once: no merging, no rows
 * that are corrected later, other arithmetic than the service's. Each row is the list of its columns' texts.
 */
public final class PlainModel {
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final long QUARTER = 900_000;

    /** A device's registers by time. */
    private final Map<String, TreeMap<Long, RegisterValues>> registers = new TreeMap<>();

    /** An electricity meter's extremes by time: import and export power, then lowest and highest voltage a phase. */
    private final Map<String, TreeMap<Long, Integer[]>> extremes = new HashMap<>();

    private final Map<String, TreeMap<LocalDate, Long[]>> peaks = new TreeMap<>();
    private final ZoneId zone;

    public PlainModel(Collection<TelegramEvent> events) {
        this(events, BRUSSELS);
    }

    /** With the days of this zone. */
    public PlainModel(Collection<TelegramEvent> events, ZoneId zone) {
        this.zone = zone;
        for (TelegramEvent event : new LinkedHashSet<>(events)) {
            Electricity electricity = event.electricity();
            boolean aside = event.verdict() != null && !event.verdict().plausible();
            if (!aside) {
                add(event, electricity);
            }
            for (MBusReading reading : event.devices()) {
                RegisterValues values = RegisterValues.builder()
                        .set(Register.IMPORT_WH, reading.energyWh())
                        .set(Register.VOLUME_L, reading.volumeLitre())
                        .set(Register.HEAT_MJ, reading.heatMj())
                        .build();
                put(kind(reading) + " " + reading.serial(), reading.at(), values);
            }
        }
    }

    /** Rows of quarter_hour: device, quarter, first_at, last_at, first values, last values, extremes. */
    public List<List<String>> quarterHours() {
        List<List<String>> rows = new ArrayList<>();
        registers.forEach((device, readings) -> {
            for (long quarter : quarters(readings)) {
                TreeMap<Long, RegisterValues> its =
                        new TreeMap<>(readings.subMap(quarter * QUARTER, (quarter + 1) * QUARTER));
                List<Object> row = new ArrayList<>(List.of(device, quarter, its.firstKey(), its.lastKey()));
                for (Register register : Register.values()) {
                    row.add(its.firstEntry().getValue().get(register));
                }
                for (Register register : Register.values()) {
                    row.add(its.lastEntry().getValue().get(register));
                }
                row.addAll(extremesOf(device, quarter));
                rows.add(texts(row));
            }
        });
        return rows;
    }

    /** Rows of electricity_day: device, day, peak_w, peak_quarter, covered_s. */
    public List<List<String>> days() {
        List<List<String>> rows = new ArrayList<>();
        registers.forEach((device, readings) -> {
            if (device.startsWith("electricity")) {
                TreeSet<LocalDate> days = new TreeSet<>();
                quarters(readings)
                        .forEach(quarter -> days.add(Instant.ofEpochMilli(quarter * QUARTER)
                                .atZone(zone)
                                .toLocalDate()));
                days.forEach(day -> rows.add(day(device, day, readings)));
            }
        });
        return rows;
    }

    /** Rows of month_peak: device, month, running_w, running_at, final_w, final_at. */
    public List<List<String>> monthPeaks() {
        List<List<String>> rows = new ArrayList<>();
        peaks.forEach((device, months) -> months.forEach((month, values) -> {
            List<Object> row = new ArrayList<>(List.of(device, month));
            row.addAll(Arrays.asList(values));
            rows.add(texts(row));
        }));
        return rows;
    }

    /** The number of rows of reading, were all within the raw window. */
    public long rawReadings() {
        return registers.entrySet().stream()
                .filter(device -> device.getKey().startsWith("electricity"))
                .mapToLong(device -> device.getValue().size())
                .sum();
    }

    private void add(TelegramEvent event, Electricity values) {
        String device = "electricity " + values.serial();
        put(device, event.at(), values.registers());
        extremes.computeIfAbsent(device, absent -> new TreeMap<>())
                .put(event.at().toEpochMilli(), extremesOf(event));
        for (MonthPeak peak : event.monthPeaks()) {
            Long[] month = peaks.computeIfAbsent(device, absent -> new TreeMap<>())
                    .computeIfAbsent(peak.month().atDay(1), absent -> new Long[4]);
            int at = peak.closed() ? 2 : 0;
            if (month[at] == null
                    || month[at] < peak.peakW()
                    || (month[at] == peak.peakW() && peak.at().toEpochMilli() < month[at + 1])) {
                month[at] = (long) peak.peakW();
                month[at + 1] = peak.at().toEpochMilli();
            }
        }
    }

    private void put(String device, Instant at, RegisterValues values) {
        registers.computeIfAbsent(device, absent -> new TreeMap<>()).putIfAbsent(at.toEpochMilli(), values);
    }

    private List<String> day(String device, LocalDate day, NavigableMap<Long, RegisterValues> readings) {
        long from = day.atStartOfDay(zone).toInstant().toEpochMilli();
        long to = day.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli();
        Long peakW = null;
        Long peakQuarter = null;
        for (long edge = from; edge < to; edge += QUARTER) {
            Long start = importAt(edge, readings);
            Long end = importAt(edge + QUARTER, readings);
            if (start != null && end != null && (peakW == null || 4 * (end - start) > peakW)) {
                peakW = 4 * (end - start);
                peakQuarter = edge / QUARTER;
            }
        }
        // Within the newest quarter hour only the first reading counts.
        long newest = readings.ceilingKey(readings.lastKey() / QUARTER * QUARTER);
        long covered = 0;
        Long before = null;
        for (long at : readings.headMap(newest, true).keySet()) {
            if (before != null && at - before <= QUARTER) {
                covered += Math.max(0, Math.min(at, to) - Math.max(before, from));
            }
            before = at;
        }
        return texts(Arrays.asList(device, day, peakW, peakQuarter, covered / 1000));
    }

    /** Import in Wh at an edge whose neighbouring readings are at most two minutes apart, else nothing. */
    private static Long importAt(long edge, NavigableMap<Long, RegisterValues> readings) {
        Map.Entry<Long, RegisterValues> before = readings.floorEntry(edge);
        Map.Entry<Long, RegisterValues> after = readings.ceilingEntry(edge);
        if (before == null || after == null || after.getKey() - before.getKey() > 120_000) {
            return null;
        }
        if (before.getValue().has(Register.IMPORT_WH) && after.getValue().has(Register.IMPORT_WH)) {
            return valueAt(edge, Register.IMPORT_WH, readings);
        }
        return tariffsAt(edge, readings) + whatTheTotalHasMore(readings);
    }

    private static long tariffsAt(long at, NavigableMap<Long, RegisterValues> readings) {
        long sum = 0;
        for (Register tariff : Register.tariffs(Direction.IMPORT)) {
            Long value = valueAt(at, tariff, readings);
            sum += value == null ? 0 : value;
        }
        return sum;
    }

    /** The same at every reading of these households. */
    private static long whatTheTotalHasMore(NavigableMap<Long, RegisterValues> readings) {
        for (Map.Entry<Long, RegisterValues> reading : readings.entrySet()) {
            if (reading.getValue().has(Register.IMPORT_WH)) {
                return reading.getValue().get(Register.IMPORT_WH) - tariffsAt(reading.getKey(), readings);
            }
        }
        return 0;
    }

    /** On the line between the readings around that have the register; beyond them its first or last value. */
    private static Long valueAt(long at, Register register, NavigableMap<Long, RegisterValues> readings) {
        Long before = readings.floorKey(at);
        while (before != null && !readings.get(before).has(register)) {
            before = readings.lowerKey(before);
        }
        Long after = readings.ceilingKey(at);
        while (after != null && !readings.get(after).has(register)) {
            after = readings.higherKey(after);
        }
        if (before == null || after == null) {
            Long only = before == null ? after : before;
            return only == null ? null : readings.get(only).get(register);
        }
        long from = readings.get(before).get(register);
        if (before.equals(after)) {
            return from;
        }
        return from
                + BigInteger.valueOf(readings.get(after).get(register) - from)
                        .multiply(BigInteger.valueOf(at - before))
                        .divide(BigInteger.valueOf(after - before))
                        .longValueExact();
    }

    private static Integer[] extremesOf(TelegramEvent event) {
        Integer[] most = new Integer[8];
        most[0] = event.electricity().importW();
        most[1] = event.electricity().exportW();
        event.electricity().phases().forEach(each -> {
            most[2 * each.phase()] = each.voltageDeciV();
            most[2 * each.phase() + 1] = each.voltageDeciV();
        });
        Extremes since = event.extremes();
        if (since != null) {
            Integer[] said = new Integer[8];
            said[0] = since.importW();
            said[1] = since.exportW();
            since.voltages().forEach(each -> {
                said[2 * each.phase()] = each.minDeciV();
                said[2 * each.phase() + 1] = each.maxDeciV();
            });
            widen(most, said);
        }
        return most;
    }

    private List<Integer> extremesOf(String device, long quarter) {
        Integer[] most = new Integer[8];
        extremes.getOrDefault(device, new TreeMap<>())
                .subMap(quarter * QUARTER, (quarter + 1) * QUARTER)
                .values()
                .forEach(each -> widen(most, each));
        return Arrays.asList(most);
    }

    private static void widen(Integer[] most, Integer[] by) {
        for (int i = 0; i < most.length; i++) {
            boolean lowest = i == 2 || i == 4 || i == 6;
            if (most[i] == null || (by[i] != null && (lowest ? by[i] < most[i] : by[i] > most[i]))) {
                most[i] = by[i];
            }
        }
    }

    private static String kind(MBusReading reading) {
        return reading.kind() == MBusReading.Kind.ELECTRICITY
                ? "submeter"
                : reading.kind().name().toLowerCase(Locale.ROOT);
    }

    private static SortedSet<Long> quarters(NavigableMap<Long, RegisterValues> readings) {
        TreeSet<Long> quarters = new TreeSet<>();
        readings.keySet().forEach(at -> quarters.add(at / QUARTER));
        return quarters;
    }

    private static List<String> texts(List<?> columns) {
        return columns.stream()
                .map(column -> column == null ? null : column.toString())
                .toList();
    }
}
