package energy.sem.history.flow;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import energy.sem.history.store.Kind;
import energy.sem.p1.Direction;
import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;
import energy.sem.quarter.EdgeValue;
import energy.sem.quarter.EdgeValue.Basis;
import energy.sem.quarter.QuarterHours;
import energy.sem.quarter.QuarterSeries;

/**
 * What devices counted between two edges; {@code null} where no register says it.
 *
 * @param energy of the electricity meter: the totals of both directions by the rule of
 *     {@link QuarterSeries#energyWh}, whether or not it sends them, and each tariff that it has; other registers as they are
 * @param estimated the kinds of device of which an edge lies in a gap
 */
public record Flow(
        RegisterValues energy, Long gasLitre, Long waterLitre, Long heatMj, Long submeterWh, Set<Kind> estimated) {

    /** Nothing is known. */
    public static final Flow NONE = new Flow(RegisterValues.NONE, null, null, null, null, Set.of());

    /**
     * What one device counted from one edge to another; {@link #NONE} before its first and after its last reading.
     *
     * @param series knows the device's values at both edges
     */
    public static Flow of(Counter counter, QuarterSeries series, int from, int to) {
        if (from >= to || !counter.bounds().touches(QuarterHours.startMilli(from), QuarterHours.startMilli(to))) {
            return NONE;
        }
        Difference difference =
                new Difference(series, from, to, counter.device().kind());
        Long volume = difference.of(Register.VOLUME_L);
        return switch (counter.device().kind()) {
            case ELECTRICITY -> electricity(difference);
            case GAS -> alone(volume, null, null, null, difference.estimated());
            case WATER -> alone(null, volume, null, null, difference.estimated());
            case HEAT -> alone(null, null, difference.of(Register.HEAT_MJ), null, difference.estimated());
            case SUBMETER -> alone(null, null, null, difference.of(Register.IMPORT_WH), difference.estimated());
            case OTHER -> NONE;
        };
    }

    /** Both together; a value that one of them does not have is the other's. */
    public Flow plus(Flow other) {
        Set<Kind> both = EnumSet.noneOf(Kind.class);
        both.addAll(estimated);
        both.addAll(other.estimated);
        return new Flow(
                energy.plus(other.energy),
                sum(gasLitre, other.gasLitre),
                sum(waterLitre, other.waterLitre),
                sum(heatMj, other.heatMj),
                sum(submeterWh, other.submeterWh),
                both);
    }

    /** Energy from the grid, Wh, or {@code null}. */
    public Long importWh() {
        return energy.get(Register.IMPORT_WH);
    }

    /** Energy to the grid, Wh, or {@code null}. */
    public Long exportWh() {
        return energy.get(Register.EXPORT_WH);
    }

    private static Flow electricity(Difference difference) {
        RegisterValues.Builder energy = RegisterValues.builder();
        for (Register register : Register.ofElectricityMeter()) {
            energy.set(register, register.isTotal() ? difference.of(register.direction()) : difference.of(register));
        }
        return new Flow(energy.build(), null, null, null, null, difference.estimated());
    }

    private static Flow alone(Long gas, Long water, Long heat, Long submeter, Set<Kind> estimated) {
        return new Flow(RegisterValues.NONE, gas, water, heat, submeter, estimated);
    }

    private static Long sum(Long one, Long other) {
        return one == null ? other : other == null ? one : Long.valueOf(Math.addExact(one, other));
    }

    /** The difference of a register at two edges, and whether any of those looked at lies in a gap. */
    private static final class Difference {
        private final QuarterSeries series;
        private final int from;
        private final int to;
        private final Kind kind;
        private boolean inGap;

        Difference(QuarterSeries series, int from, int to, Kind kind) {
            this.series = series;
            this.from = from;
            this.to = to;
            this.kind = kind;
        }

        Long of(Register register) {
            return between(series.edge(register, from), series.edge(register, to));
        }

        Long of(Direction direction) {
            return between(series.energyWh(direction, from), series.energyWh(direction, to));
        }

        /** A register that only began after both edges, or ended before both, says nothing of what is between them. */
        private Long between(Optional<EdgeValue> start, Optional<EdgeValue> end) {
            if (start.isEmpty() || end.isEmpty() || isOutside(start.get(), end.get())) {
                return null;
            }
            inGap |= inGap(start.get()) || inGap(end.get());
            return end.get().value() - start.get().value();
        }

        private static boolean isOutside(EdgeValue start, EdgeValue end) {
            return !start.isInside() && start.basis() == end.basis();
        }

        Set<Kind> estimated() {
            return inGap ? EnumSet.of(kind) : Set.of();
        }

        private boolean inGap(EdgeValue edge) {
            return edge.basis() == Basis.BETWEEN && edge.bracketMilli() > kind.gapMilli();
        }
    }
}
