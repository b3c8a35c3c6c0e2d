package energy.sem.history.flow;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import energy.sem.history.store.Kind;
import energy.sem.quarter.EdgeValue;
import energy.sem.quarter.EdgeValue.Basis;
import energy.sem.quarter.QuarterHours;
import energy.sem.quarter.QuarterSeries;
import energy.sem.quarter.Register;

/**
 * What devices counted between two edges; {@code null} where no register says it.
 *
 * @param importWh from the grid, both tariffs, Wh
 * @param exportWh to the grid, both tariffs, Wh
 * @param estimated the kinds of device of which an edge lies in a gap
 */
public record Flow(
        Long importWh,
        Long importT1Wh,
        Long importT2Wh,
        Long exportWh,
        Long exportT1Wh,
        Long exportT2Wh,
        Long gasLitre,
        Long waterLitre,
        Long heatMj,
        Long submeterWh,
        Set<Kind> estimated) {

    /** Nothing is known. */
    public static final Flow NONE = new Flow(null, null, null, null, null, null, null, null, null, null, Set.of());

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
            case SUBMETER -> alone(null, null, null, electricity(difference).importWh, difference.estimated());
            case OTHER -> NONE;
        };
    }

    /** Both together; a value that one of them does not have is the other's. */
    public Flow plus(Flow other) {
        Set<Kind> both = EnumSet.noneOf(Kind.class);
        both.addAll(estimated);
        both.addAll(other.estimated);
        return new Flow(
                sum(importWh, other.importWh),
                sum(importT1Wh, other.importT1Wh),
                sum(importT2Wh, other.importT2Wh),
                sum(exportWh, other.exportWh),
                sum(exportT1Wh, other.exportT1Wh),
                sum(exportT2Wh, other.exportT2Wh),
                sum(gasLitre, other.gasLitre),
                sum(waterLitre, other.waterLitre),
                sum(heatMj, other.heatMj),
                sum(submeterWh, other.submeterWh),
                both);
    }

    private static Flow electricity(Difference difference) {
        Long importT1 = difference.of(Register.IMPORT_T1_WH);
        Long importT2 = difference.of(Register.IMPORT_T2_WH);
        Long exportT1 = difference.of(Register.EXPORT_T1_WH);
        Long exportT2 = difference.of(Register.EXPORT_T2_WH);
        Long bothImport = sum(importT1, importT2);
        Long bothExport = sum(exportT1, exportT2);
        return new Flow(
                bothImport == null ? difference.of(Register.IMPORT_WH) : bothImport,
                importT1,
                importT2,
                bothExport == null ? difference.of(Register.EXPORT_WH) : bothExport,
                exportT1,
                exportT2,
                null,
                null,
                null,
                null,
                difference.estimated());
    }

    private static Flow alone(Long gas, Long water, Long heat, Long submeter, Set<Kind> estimated) {
        return new Flow(null, null, null, null, null, null, gas, water, heat, submeter, estimated);
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
            Optional<EdgeValue> start = series.edge(register, from);
            Optional<EdgeValue> end = series.edge(register, to);
            if (start.isEmpty() || end.isEmpty()) {
                return null;
            }
            inGap |= inGap(start.get()) || inGap(end.get());
            return end.get().value() - start.get().value();
        }

        Set<Kind> estimated() {
            return inGap ? EnumSet.of(kind) : Set.of();
        }

        private boolean inGap(EdgeValue edge) {
            return edge.basis() == Basis.BETWEEN && edge.bracketMilli() > kind.gapMilli();
        }
    }
}
