package energy.sem.history.bill;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import energy.sem.bill.sum.Lane;
import energy.sem.bill.sum.Usage;
import energy.sem.bill.tariff.Utility;
import energy.sem.history.answer.Decimal;
import energy.sem.history.cost.Others;
import energy.sem.history.flow.Counter;
import energy.sem.history.flow.Flow;
import energy.sem.history.store.Kind;
import energy.sem.p1.Direction;
import energy.sem.p1.Register;
import energy.sem.quarter.EdgeValue;
import energy.sem.quarter.EdgeValue.Basis;
import energy.sem.quarter.QuarterHours;
import energy.sem.quarter.QuarterSeries;

/** What one meter used within some time, from the registers at its edges. Not thread-safe. */
final class MeterUsage implements Usage {
    /** Some gas and water meters hand on a reading once a day, and not to the minute. */
    private static final long ONCE_A_DAY_MILLI = Duration.ofHours(25).toMillis();

    private final List<Counter> counters;
    private final Map<Integer, QuarterSeries> series;
    private final Map<YearMonth, Integer> billingPeaksW;
    private final int from;
    private final int to;
    private final int begin;
    private final int elapsed;
    private final Map<Lane, Registers> lanes = new EnumMap<>(Lane.class);

    /**
     * @param series of all rows from one edge to another
     * @param begin the edge at which the meter's history begins
     * @param elapsed the edge up to which time has elapsed
     */
    MeterUsage(
            List<Counter> counters,
            Map<Integer, QuarterSeries> series,
            Map<YearMonth, Integer> billingPeaksW,
            int from,
            int to,
            int begin,
            int elapsed) {
        this.counters = counters;
        this.series = series;
        this.billingPeaksW = Map.copyOf(billingPeaksW);
        this.from = from;
        this.to = to;
        this.begin = begin;
        this.elapsed = elapsed;
    }

    /** A lane's count at each edge, all devices together; the edges that lie in a gap, and the quarter hours that are known. */
    private static final class Registers {
        private final long[] counts;

        private final BitSet inGap = new BitSet();

        /** Each quarter hour that lies within the life of a device's register, by its first edge. */
        private final BitSet live = new BitSet();

        Registers(int edges) {
            counts = new long[edges];
        }
    }

    @Override
    public Long between(Lane lane, int start, int end) {
        if (lane == Lane.IMPORT_OTHER || lane == Lane.EXPORT_OTHER) {
            return others(lane == Lane.IMPORT_OTHER ? Direction.IMPORT : Direction.EXPORT, start, end);
        }
        Registers registers = of(lane);
        int known = registers.live.nextSetBit(index(start));
        return known < 0 || known >= index(end)
                ? null
                : Long.valueOf(registers.counts[index(end)] - registers.counts[index(start)]);
    }

    @Override
    public List<Unread> unread(Utility utility, int start, int end) {
        Kind kind = Kind.valueOf(utility.name());
        List<Counter> all = counters.stream()
                .filter(each -> each.device().kind() == kind
                        && each.bounds().firstAtMilli() < each.bounds().lastAtMilli())
                .sorted(Comparator.comparing(each -> each.bounds().firstAtMilli()))
                .toList();
        List<Unread> unread = new ArrayList<>();
        int known = all.isEmpty() && kind != Kind.ELECTRICITY && !counters.isEmpty() ? end : start;
        for (Counter each : all) {
            int first = QuarterHours.of(each.bounds().firstAtMilli());
            add(unread, known, Math.min(first, end));
            known = Math.max(known, reaches(each));
        }
        add(unread, known, end);
        return unread;
    }

    private static void add(List<Unread> unread, int from, int to) {
        if (from < to) {
            unread.add(new Unread(from, to));
        }
    }

    /** Up to where a counter's newest reading tells: while it is young, until now. */
    private int reaches(Counter counter) {
        long last = counter.bounds().lastAtMilli();
        long gap = counter.device().kind().gapMilli();
        long young = counter.isElectricity() ? gap : ONCE_A_DAY_MILLI;
        int reached = QuarterHours.of(last + gap);
        return elapsed <= QuarterHours.of(last + young) ? Math.max(reached, elapsed) : reached;
    }

    /** The share of the elapsed time between two edges outside gaps of electricity; {@code null} when nothing of it has elapsed. */
    BigDecimal coverage(int start, int end) {
        int until = Math.min(end, elapsed);
        if (start >= until) {
            return null;
        }
        long covered = 0;
        for (Counter each : counters) {
            if (each.isElectricity() && each.touches(from, to)) {
                covered += series.get(each.id())
                        .coveredMilli(
                                QuarterHours.startMilli(start),
                                QuarterHours.startMilli(until),
                                Kind.ELECTRICITY.gapMilli());
            }
        }
        return Decimal.shareOrNull(covered, (until - (long) start) * QuarterHours.MILLIS);
    }

    @Override
    public boolean isEstimated(Lane lane, int start, int end) {
        Registers registers =
                of(lane == Lane.IMPORT_OTHER ? Lane.IMPORT : lane == Lane.EXPORT_OTHER ? Lane.EXPORT : lane);
        return registers.inGap.get(index(start)) || registers.inGap.get(index(end));
    }

    @Override
    public Integer billingPeakW(YearMonth month) {
        return billingPeaksW.get(month);
    }

    @Override
    public int begin() {
        return begin;
    }

    @Override
    public int elapsed() {
        return elapsed;
    }

    private int index(int edge) {
        return Math.max(from, Math.min(to, edge)) - from;
    }

    private Long others(Direction direction, int start, int end) {
        Flow flow = Flow.NONE;
        for (Counter each : counters) {
            if (each.isElectricity()) {
                flow = flow.plus(
                        Flow.of(each, series.get(each.id()), Math.max(from, start), Math.max(from, Math.min(to, end))));
            }
        }
        Others others = Others.of(flow.energy(), direction);
        return others == null ? null : Long.valueOf(others.wh());
    }

    private Registers of(Lane lane) {
        Registers known = lanes.get(lane);
        return known != null ? known : lanes.computeIfAbsent(lane, this::read);
    }

    private Registers read(Lane lane) {
        Registers registers = new Registers(to - from + 1);
        for (Counter counter : counters) {
            if (counter.device().kind() == kind(lane) && counter.touches(from, to)) {
                add(counter, lane, registers);
            }
        }
        return registers;
    }

    private void add(Counter counter, Lane lane, Registers registers) {
        QuarterSeries of = series.get(counter.id());
        Basis before = null;
        for (int edge = from; edge <= to; edge++) {
            Optional<EdgeValue> value = value(of, lane, edge);
            if (value.isPresent()) {
                Basis basis = value.get().basis();
                registers.counts[edge - from] += value.get().value();
                if (basis == Basis.BETWEEN
                        && value.get().bracketMilli() > counter.device().kind().gapMilli()) {
                    registers.inGap.set(edge - from);
                }
                // As in Flow: two edges before the first reading, or after the last, say nothing of what is between
                // them.
                if (before != null && (value.get().isInside() || basis != before)) {
                    registers.live.set(edge - 1 - from);
                }
                before = basis;
            }
        }
    }

    private static Kind kind(Lane lane) {
        return switch (lane) {
            case GAS -> Kind.GAS;
            case WATER -> Kind.WATER;
            default -> Kind.ELECTRICITY;
        };
    }

    private static Optional<EdgeValue> value(QuarterSeries series, Lane lane, int edge) {
        return switch (lane) {
            case IMPORT -> series.energyWh(Direction.IMPORT, edge);
            case EXPORT -> series.energyWh(Direction.EXPORT, edge);
            case IMPORT_T1 -> series.edge(Register.IMPORT_T1_WH, edge);
            case IMPORT_T2 -> series.edge(Register.IMPORT_T2_WH, edge);
            case EXPORT_T1 -> series.edge(Register.EXPORT_T1_WH, edge);
            case EXPORT_T2 -> series.edge(Register.EXPORT_T2_WH, edge);
            case GAS, WATER -> series.edge(Register.VOLUME_L, edge);
            case IMPORT_OTHER, EXPORT_OTHER -> throw new IllegalArgumentException("no register counts " + lane);
        };
    }
}
