package energy.sem.history.period;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

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

    /** Their ends are sought together: a round trip for each of thousands took seconds. */
    private static final int METERS_AT_ONCE = 50;

    private final QuarterRows rows;
    private final Household household;

    public MeterSummary(QuarterRows rows, Household household) {
        this.rows = rows;
        this.household = household;
    }

    /**
     * What there is to say of these meters, in their order.
     *
     * @param changes what happened to their devices, in order, by meter; of one that is not there nothing did
     * @param health of a meter as the meter-gateway published it, or {@code null}
     */
    public List<MetersAnswer.Meter> of(
            List<Meter> meters, Map<String, List<DeviceChange>> changes, Function<String, JsonNode> health) {
        List<MetersAnswer.Meter> all = new ArrayList<>();
        for (int from = 0; from < meters.size(); from += METERS_AT_ONCE) {
            List<Meter> some = meters.subList(from, Math.min(meters.size(), from + METERS_AT_ONCE));
            Map<Integer, Bounds> bounds = rows.bounds(some);
            some.forEach(meter -> all.add(
                    of(meter, bounds, changes.getOrDefault(meter.name(), List.of()), health.apply(meter.name()))));
        }
        return all;
    }

    private MetersAnswer.Meter of(
            Meter meter, Map<Integer, Bounds> bounds, List<DeviceChange> changes, JsonNode health) {
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
