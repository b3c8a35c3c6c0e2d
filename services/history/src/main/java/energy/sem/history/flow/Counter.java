package energy.sem.history.flow;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import energy.sem.history.store.Bounds;
import energy.sem.history.store.Device;
import energy.sem.history.store.Kind;
import energy.sem.history.store.Meter;
import energy.sem.quarter.QuarterHours;

/**
 * A device that has counted something: one with at least one quarter hour.
 *
 * @param device which
 * @param bounds its first and last quarter hour
 */
public record Counter(Device device, Bounds bounds) {

    /** Those of the devices that have data. */
    public static List<Counter> of(List<Device> devices, Map<Integer, Bounds> bounds) {
        return devices.stream()
                .filter(device -> bounds.containsKey(device.id()))
                .map(device -> new Counter(device, bounds.get(device.id())))
                .toList();
    }

    /**
     * The first reading of a meter, milliseconds since 1970 in UTC; empty when it has none. A device whose one value is older
     * than the meter's first telegram (a gas meter unhooked years ago, of which the meter still tells) begins nothing.
     */
    public static Optional<Long> firstMilli(Meter meter, List<Counter> counters) {
        Optional<Long> first = counters.stream()
                .filter(each -> !each.isLeftOver(meter))
                .map(each -> each.bounds.firstAtMilli())
                .min(Long::compare);
        return first.isPresent() || counters.isEmpty() ? first : Optional.of(meter.firstAtMilli());
    }

    private boolean isLeftOver(Meter meter) {
        return !isElectricity()
                && bounds.firstAtMilli() == bounds.lastAtMilli()
                && bounds.lastAtMilli() < meter.firstAtMilli();
    }

    /** The device's key in the tables. */
    public int id() {
        return device.id();
    }

    /** True when it is known what flowed in some of the time between two edges. */
    public boolean touches(int from, int to) {
        return bounds.touches(QuarterHours.startMilli(from), QuarterHours.startMilli(to));
    }

    /** True for the electricity meter itself. */
    public boolean isElectricity() {
        return device.kind() == Kind.ELECTRICITY;
    }

    /** True when every device that counted between two edges, and was not replaced, has a reading at or after the second. */
    public static boolean complete(List<Counter> counters, int from, int to) {
        List<Counter> active = counters.stream()
                .filter(each -> each.touches(from, to) && !each.isReplaced(counters))
                .toList();
        return !active.isEmpty()
                && active.stream().allMatch(each -> each.bounds.lastAtMilli() >= QuarterHours.startMilli(to));
    }

    /** True when a device of the same kind began after this one's last reading: it was replaced. */
    public boolean isReplaced(List<Counter> all) {
        return all.stream()
                .anyMatch(other ->
                        other.device.kind() == device.kind() && other.bounds.firstAtMilli() > bounds.lastAtMilli());
    }
}
