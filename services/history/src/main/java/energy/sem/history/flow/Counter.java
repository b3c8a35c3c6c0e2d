package energy.sem.history.flow;

import java.util.List;
import java.util.Map;

import energy.sem.history.store.Bounds;
import energy.sem.history.store.Device;
import energy.sem.history.store.Kind;

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

    /** The device's key in the tables. */
    public int id() {
        return device.id();
    }

    /** True for the electricity meter itself. */
    public boolean isElectricity() {
        return device.kind() == Kind.ELECTRICITY;
    }

    /** True when a device of the same kind began after this one's last reading: it was replaced. */
    public boolean isReplaced(List<Counter> all) {
        return all.stream()
                .anyMatch(other ->
                        other.device.kind() == device.kind() && other.bounds.firstAtMilli() > bounds.lastAtMilli());
    }
}
