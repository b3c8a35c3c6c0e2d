package energy.sem.ingest.quarter;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import energy.sem.event.Electricity;
import energy.sem.event.Extremes;
import energy.sem.event.MBusReading;
import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;
import energy.sem.quarter.QuarterHours;
import energy.sem.quarter.QuarterRow;

/**
 * What readings of one device say about its quarter hours, gathered as they come: the same in whatever order and however
 * often they come. Of two readings at one time the greater value counts. Not thread-safe.
 */
public final class GatheredQuarters {
    private final SortedMap<Integer, GatheredQuarter> quarters = new TreeMap<>();
    /** Most readings are of the quarter hour of the one before. */
    private GatheredQuarter latest;

    /**
     * A telegram's values. Without any register they are raw only.
     *
     * @param extremes since the event before, or {@code null}
     */
    public void add(long atMilli, Electricity values, Extremes extremes) {
        if (values.registers().isEmpty()) {
            return;
        }
        GatheredQuarter quarter = quarter(atMilli);
        quarter.ranges.add(values, extremes);
        quarter.add(atMilli, values.registers());
    }

    /** An M-Bus device's value, at its capture; nothing without one. A further electricity meter has a total only. */
    public void add(long atMilli, MBusReading values) {
        RegisterValues registers = RegisterValues.builder()
                .set(Register.VOLUME_L, values.volumeLitre())
                .set(Register.HEAT_MJ, values.heatMj())
                .set(Register.IMPORT_WH, values.energyWh())
                .build();
        if (!registers.isEmpty()) {
            quarter(atMilli).add(atMilli, registers);
        }
    }

    /** What they say, as changes of this device's rows, in their order. */
    public List<QuarterChange> changes(int deviceId) {
        List<QuarterChange> changes = new ArrayList<>(quarters.size());
        quarters.forEach((number, quarter) -> changes.add(
                new QuarterChange(new QuarterKey(deviceId, number), quarter.row(), quarter.ranges.ranges())));
        return changes;
    }

    private GatheredQuarter quarter(long atMilli) {
        int number = QuarterHours.of(atMilli);
        if (latest == null || latest.number != number) {
            latest = quarters.computeIfAbsent(number, GatheredQuarter::new);
        }
        return latest;
    }

    private static final class GatheredQuarter {
        private final int number;
        private final GatheredRanges ranges = new GatheredRanges();
        private long firstAtMilli = Long.MAX_VALUE;
        private long lastAtMilli = Long.MIN_VALUE;
        private RegisterValues first;
        private RegisterValues last;

        GatheredQuarter(int number) {
            this.number = number;
        }

        void add(long atMilli, RegisterValues registers) {
            if (atMilli < firstAtMilli) {
                firstAtMilli = atMilli;
                first = registers;
            } else if (atMilli == firstAtMilli) {
                first = first.max(registers);
            }
            if (atMilli > lastAtMilli) {
                lastAtMilli = atMilli;
                last = registers;
            } else if (atMilli == lastAtMilli) {
                last = last.max(registers);
            }
        }

        QuarterRow row() {
            return new QuarterRow(number, firstAtMilli, lastAtMilli, first, last);
        }
    }
}
