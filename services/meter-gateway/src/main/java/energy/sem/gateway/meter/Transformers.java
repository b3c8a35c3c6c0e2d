package energy.sem.gateway.meter;

import java.util.List;

import energy.sem.p1.MonthPeak;
import energy.sem.p1.Peak;
import energy.sem.p1.Phase;
import energy.sem.p1.RegisterValues;
import energy.sem.p1.Telegram;

/**
 * The transformers that an electricity meter is connected by. It counts behind them; currents times their ratio, voltages
 * times theirs and energies, powers and peaks times both are those of the connection. Rounded down to whole units where a
 * ratio is no whole number, so that a register still never falls. M-Bus devices have no part in it.
 *
 * @param current how many amperes one of the meter's is
 * @param voltage how many volts one of the meter's is
 */
public record Transformers(Ratio current, Ratio voltage) {

    /** None: the meter is connected directly. */
    public static final Transformers NONE = new Transformers(Ratio.ONE, Ratio.ONE);

    /** The telegram as if the meter were connected directly; itself where it is. */
    public Telegram of(Telegram t) {
        if (current.isOne() && voltage.isOne()) {
            return t;
        }
        Ratio power = current.times(voltage);
        return t.toBuilder()
                .registers(registers(t.registers(), power))
                .importW(times(t.importW(), power))
                .exportW(times(t.exportW(), power))
                .demandW(times(t.demandW(), power))
                .runningPeak(
                        t.runningPeak() == null
                                ? null
                                : new Peak(
                                        t.runningPeak().at(),
                                        times(t.runningPeak().demandW(), power)))
                .monthPeaks(monthPeaks(t.monthPeaks(), power))
                .phases(t.phases().stream().map(p -> phase(p, power)).toList())
                .build();
    }

    /** How many watt-hours one of the meter's is, rounded up. */
    public long wholeTimes() {
        return -current.times(voltage).times(-1, Long.MAX_VALUE);
    }

    private static RegisterValues registers(RegisterValues values, Ratio power) {
        return RegisterValues.of(register -> times(values.get(register), power));
    }

    private static List<MonthPeak> monthPeaks(List<MonthPeak> peaks, Ratio power) {
        return peaks.stream()
                .map(p -> new MonthPeak(p.month(), p.at(), times(p.demandW(), power)))
                .toList();
    }

    private Phase phase(Phase p, Ratio power) {
        return new Phase(
                p.phase(),
                times(p.voltageDeciV(), voltage),
                times(p.currentCentiA(), current),
                times(p.importW(), power),
                times(p.exportW(), power));
    }

    private static Long times(Long value, Ratio ratio) {
        return value == null ? null : Long.valueOf(ratio.times(value, Long.MAX_VALUE));
    }

    private static Integer times(Integer value, Ratio ratio) {
        return value == null ? null : Integer.valueOf((int) ratio.times(value, Integer.MAX_VALUE));
    }
}
