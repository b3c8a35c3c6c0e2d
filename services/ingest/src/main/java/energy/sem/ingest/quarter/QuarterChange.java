package energy.sem.ingest.quarter;

import java.util.Map;
import java.util.Optional;

import energy.sem.event.Electricity;
import energy.sem.event.Extremes;
import energy.sem.event.MBusReading;
import energy.sem.quarter.QuarterHours;
import energy.sem.quarter.QuarterRow;
import energy.sem.quarter.RegisterValues;

/**
 * What readings of one device say about one quarter hour. Merging is commutative, associative and idempotent, so order
 * and repetition do not matter.
 *
 * @param key the row it belongs to
 * @param row the first and last reading
 * @param ranges the extremes
 */
public record QuarterChange(QuarterKey key, QuarterRow row, Ranges ranges) {

    /**
     * What a telegram says about the quarter hour of its time; empty without an import register: such a reading is raw
     * only. A meter with tariffs counts in them, one without in the single register.
     *
     * @param extremes since the event before, or {@code null}
     */
    public static Optional<QuarterChange> of(int deviceId, long atMilli, Electricity values, Extremes extremes) {
        boolean importTariffs = values.importT1Wh() != null || values.importT2Wh() != null;
        boolean exportTariffs = values.exportT1Wh() != null || values.exportT2Wh() != null;
        if (!importTariffs && values.importWh() == null) {
            return Optional.empty();
        }
        RegisterValues registers = RegisterValues.of(register -> switch (register) {
            case IMPORT_T1_WH -> values.importT1Wh();
            case IMPORT_T2_WH -> values.importT2Wh();
            case IMPORT_WH -> importTariffs ? null : values.importWh();
            case EXPORT_T1_WH -> values.exportT1Wh();
            case EXPORT_T2_WH -> values.exportT2Wh();
            case EXPORT_WH -> exportTariffs ? null : values.exportWh();
            case VOLUME_L, HEAT_MJ -> null;
        });
        return Optional.of(change(deviceId, atMilli, registers, ranges(values, extremes)));
    }

    /** What an M-Bus device's value says about the quarter hour of its capture; empty without a value. */
    public static Optional<QuarterChange> of(int deviceId, long atMilli, MBusReading values) {
        RegisterValues registers = RegisterValues.of(register -> switch (register) {
            case VOLUME_L -> values.volumeLitre();
            case HEAT_MJ -> values.heatMj();
            case IMPORT_WH -> values.energyWh();
            default -> null;
        });
        return registers.isEmpty() ? Optional.empty() : Optional.of(change(deviceId, atMilli, registers, Ranges.NONE));
    }

    /** Adds a change to those that are already gathered. */
    public static void gather(Map<QuarterKey, QuarterChange> changes, QuarterChange change) {
        changes.merge(change.key(), change, QuarterChange::merge);
    }

    /** What both say. */
    public QuarterChange merge(QuarterChange other) {
        return new QuarterChange(key, row.merge(other.row), ranges.merge(other.ranges));
    }

    private static QuarterChange change(int deviceId, long atMilli, RegisterValues registers, Ranges ranges) {
        QuarterKey key = new QuarterKey(deviceId, QuarterHours.of(atMilli));
        return new QuarterChange(key, QuarterRow.of(atMilli, registers), ranges);
    }

    /**
     * The extremes since the event before count in the quarter hour of this one: the gateway publishes the last telegram
     * before and the first after each edge, so they reach over an edge only where telegrams are missing.
     */
    private static Ranges ranges(Electricity values, Extremes extremes) {
        Ranges ranges = Ranges.NONE.power(values.importW(), values.exportW());
        for (Electricity.Phase phase : values.phases()) {
            ranges = ranges.voltage(phase.phase(), phase.voltageDeciV(), phase.voltageDeciV());
        }
        if (extremes != null) {
            ranges = ranges.power(extremes.importW(), extremes.exportW());
            for (Extremes.VoltageRange voltage : extremes.voltages()) {
                ranges = ranges.voltage(voltage.phase(), voltage.minDeciV(), voltage.maxDeciV());
            }
        }
        return ranges;
    }
}
