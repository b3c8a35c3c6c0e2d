package energy.sem.history.period;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import energy.sem.history.answer.MetersAnswer;
import energy.sem.history.calendar.Household;
import energy.sem.history.flow.Counter;
import energy.sem.history.store.Bounds;
import energy.sem.history.store.DeviceChange;
import energy.sem.history.store.Meter;
import energy.sem.history.store.QuarterRows;
import energy.sem.p1.Direction;
import energy.sem.p1.RegisterValues;

/** What there is to say of a meter as a whole. */
@ApplicationScoped
public class MeterSummary {
    /** A register below this at its last reading may be a test in the factory. */
    private static final long SUN_WH = 1000;

    private final QuarterRows rows;
    private final Household household;

    public MeterSummary(QuarterRows rows, Household household) {
        this.rows = rows;
        this.household = household;
    }

    /**
     * What there is to say of one meter.
     *
     * @param changes what happened to its devices, in order
     * @param health as the meter-gateway published it, or {@code null}
     */
    public MetersAnswer.Meter of(Meter meter, List<DeviceChange> changes, JsonNode health) {
        Map<Integer, Bounds> bounds = rows.bounds(meter);
        List<Counter> counters = Counter.of(meter.devices(), bounds);
        return new MetersAnswer.Meter(
                meter.name(),
                meter.simulated(),
                Counter.firstMilli(meter, counters).map(this::time).orElse(null),
                counters.stream()
                        .map(each -> each.bounds().lastAtMilli())
                        .max(Long::compare)
                        .map(this::time)
                        .orElse(null),
                counters.stream().filter(Counter::isElectricity).anyMatch(MeterSummary::exported),
                meter.devices().stream()
                        .map(each -> new MetersAnswer.Device(
                                each.kind().word(),
                                each.serial(),
                                bounds.containsKey(each.id())
                                        ? time(bounds.get(each.id()).oldestMilli())
                                        : null,
                                bounds.containsKey(each.id())
                                        ? time(bounds.get(each.id()).lastAtMilli())
                                        : null))
                        .toList(),
                changes.stream().map(this::change).toList(),
                health);
    }

    private MetersAnswer.Change change(DeviceChange change) {
        return new MetersAnswer.Change(
                time(change.atMilli()),
                change.what(),
                change.channel() == 0 ? null : change.channel(),
                change.kind().word(),
                change.serial(),
                change.previousKind() == null ? null : change.previousKind().word(),
                change.previousSerial());
    }

    private static boolean exported(Counter counter) {
        RegisterValues first = counter.bounds().first().first();
        RegisterValues last = counter.bounds().last().last();
        Long since = last.since(first, Direction.EXPORT);
        Long total = last.total(Direction.EXPORT);
        return (since != null && since > 0) || (total != null && total >= SUN_WH);
    }

    private OffsetDateTime time(long milli) {
        return Instant.ofEpochSecond(Math.floorDiv(milli, 1000))
                .atZone(household.zone())
                .toOffsetDateTime();
    }
}
