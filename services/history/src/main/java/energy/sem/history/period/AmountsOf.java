package energy.sem.history.period;

import java.util.ArrayList;
import java.util.List;

import energy.sem.history.answer.Amounts;
import energy.sem.history.answer.Bill;
import energy.sem.history.answer.Bucket.VoltageRange;
import energy.sem.history.answer.RegisterFields;
import energy.sem.history.answer.RegisterReading;
import energy.sem.history.calendar.Span;
import energy.sem.history.flow.Counter;
import energy.sem.history.flow.Flow;
import energy.sem.history.store.Extremes;
import energy.sem.history.store.Extremes.Range;
import energy.sem.history.store.Kind;
import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;
import energy.sem.quarter.Demand;
import energy.sem.quarter.EdgeValue;
import energy.sem.quarter.EdgeValue.Basis;
import energy.sem.quarter.QuarterHours;
import energy.sem.quarter.QuarterSeries;

import static energy.sem.history.answer.Decimal.tenths;
import static energy.sem.history.answer.Decimal.thousandths;

/** Whole numbers inside to decimals outside. */
final class AmountsOf {

    /** A flow, and a peak and a cost where they are not {@code null}. */
    static Amounts flow(Flow flow, Demand peak, Span span, Bill costs) {
        return new Amounts(
                RegisterFields.of(flow.energy()),
                thousandths(flow.gasLitre()),
                thousandths(flow.waterLitre()),
                thousandths(flow.heatMj()),
                thousandths(flow.submeterWh()),
                peak == null ? null : thousandths(peak.watts()),
                peak == null ? null : span.time(peak.quarter()),
                peak == null ? null : span.time(peak.quarter()),
                peak == null ? null : span.time(peak.quarter() + 1),
                costs);
    }

    /** The kinds in a gap, as words in a fixed order. */
    static List<String> words(Flow flow) {
        return flow.estimated().stream().sorted().map(Kind::word).toList();
    }

    /** The range of each phase that said any voltage. */
    static List<VoltageRange> voltages(Range range) {
        List<VoltageRange> voltages = new ArrayList<>();
        for (int i = 0; i < range.voltages().size(); i++) {
            Extremes.Voltage each = range.voltages().get(i);
            if (each.maxDeciV() != null) {
                voltages.add(new VoltageRange(i + 1, tenths(each.minDeciV()), tenths(each.maxDeciV())));
            }
        }
        return voltages;
    }

    /**
     * A device's registers at an edge. Its own total follows the rule of {@link QuarterSeries#energyWh}, so that the
     * difference of two edges is the flow between them also where the device began to send its total later.
     */
    static RegisterReading registers(Counter counter, QuarterSeries series, int edge, Span span) {
        EdgeValue surest = null;
        RegisterValues.Builder values = RegisterValues.builder();
        for (Register register : Register.values()) {
            EdgeValue value = value(series, register, edge);
            if (value != null) {
                values.set(register, value.value());
                surest = surest == null || value.basis().compareTo(surest.basis()) < 0 ? value : surest;
            }
        }
        Basis basis = surest == null ? Basis.EXACT : surest.basis();
        long atMilli =
                switch (basis) {
                    case EXACT, BETWEEN -> QuarterHours.startMilli(edge);
                    case OPEN -> counter.bounds().lastAtMilli();
                    case START -> counter.bounds().firstAtMilli();
                };
        boolean estimated = basis == Basis.BETWEEN
                && surest.bracketMilli() > counter.device().kind().gapMilli();
        RegisterValues registers = values.build();
        return new RegisterReading(
                counter.device().serial(),
                counter.device().kind().word(),
                span.timeOfMilli(atMilli),
                estimated ? true : null,
                RegisterFields.of(registers),
                thousandths(registers.get(Register.VOLUME_L)),
                thousandths(registers.get(Register.HEAT_MJ)));
    }

    private static EdgeValue value(QuarterSeries series, Register register, int edge) {
        EdgeValue own = series.edge(register, edge).orElse(null);
        return own == null || !register.isTotal()
                ? own
                : series.energyWh(register.direction(), edge).orElse(own);
    }

    private AmountsOf() {}
}
