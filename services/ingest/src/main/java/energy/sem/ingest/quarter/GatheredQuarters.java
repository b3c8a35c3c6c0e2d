package energy.sem.ingest.quarter;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

import energy.sem.event.Electricity;
import energy.sem.event.Extremes;
import energy.sem.event.MBusReading;
import energy.sem.quarter.QuarterHours;
import energy.sem.quarter.QuarterRow;
import energy.sem.quarter.Register;
import energy.sem.quarter.RegisterValues;

/**
 * What readings of one device say about its quarter hours, gathered as they come: the same in whatever order and however
 * often they come. Of two readings at one time the greater value counts. Not thread-safe.
 */
public final class GatheredQuarters {
    private final SortedMap<Integer, GatheredQuarter> quarters = new TreeMap<>();
    /** Most readings are of the quarter hour of the one before. */
    private GatheredQuarter latest;

    /**
     * A telegram's values. Without an import register they are raw only. A meter with tariffs counts in them, one without
     * in the single register.
     *
     * @param extremes since the event before, or {@code null}
     */
    public void add(long atMilli, Electricity values, Extremes extremes) {
        boolean importTariffs = values.importT1Wh() != null || values.importT2Wh() != null;
        if (!importTariffs && values.importWh() == null) {
            return;
        }
        boolean exportTariffs = values.exportT1Wh() != null || values.exportT2Wh() != null;
        GatheredQuarter quarter = quarter(atMilli);
        quarter.ranges.add(values, extremes);
        quarter.add(atMilli, register -> switch (register) {
            case IMPORT_T1_WH -> values.importT1Wh();
            case IMPORT_T2_WH -> values.importT2Wh();
            case IMPORT_WH -> importTariffs ? null : values.importWh();
            case EXPORT_T1_WH -> values.exportT1Wh();
            case EXPORT_T2_WH -> values.exportT2Wh();
            case EXPORT_WH -> exportTariffs ? null : values.exportWh();
            case VOLUME_L, HEAT_MJ -> null;
        });
    }

    /** An M-Bus device's value, at its capture; nothing without one. */
    public void add(long atMilli, MBusReading values) {
        if (values.volumeLitre() != null || values.heatMj() != null || values.energyWh() != null) {
            quarter(atMilli).add(atMilli, register -> switch (register) {
                case VOLUME_L -> values.volumeLitre();
                case HEAT_MJ -> values.heatMj();
                case IMPORT_WH -> values.energyWh();
                default -> null;
            });
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

    /** One quarter hour. Registers are looked up in the first and the last reading only when they are asked for. */
    private static final class GatheredQuarter {
        private final int number;
        private final GatheredRanges ranges = new GatheredRanges();
        private long firstAtMilli = Long.MAX_VALUE;
        private long lastAtMilli = Long.MIN_VALUE;
        private Function<Register, Long> first;
        private Function<Register, Long> last;

        GatheredQuarter(int number) {
            this.number = number;
        }

        void add(long atMilli, Function<Register, Long> registers) {
            if (atMilli < firstAtMilli) {
                firstAtMilli = atMilli;
                first = registers;
            } else if (atMilli == firstAtMilli) {
                first = greater(first, registers);
            }
            if (atMilli > lastAtMilli) {
                lastAtMilli = atMilli;
                last = registers;
            } else if (atMilli == lastAtMilli) {
                last = greater(last, registers);
            }
        }

        QuarterRow row() {
            return new QuarterRow(number, firstAtMilli, lastAtMilli, RegisterValues.of(first), RegisterValues.of(last));
        }

        private static Function<Register, Long> greater(Function<Register, Long> a, Function<Register, Long> b) {
            return RegisterValues.of(a).max(RegisterValues.of(b))::get;
        }
    }
}
