package energy.sem.history.store;

import java.util.List;

/**
 * A meter and all devices it ever had.
 *
 * @param name as in every URL
 * @param simulated true for a simulated household
 * @param firstAtMilli its first telegram, milliseconds since 1970 in UTC
 * @param devices in order of their ids: the older first
 */
public record Meter(String name, boolean simulated, long firstAtMilli, List<Device> devices) {
    public Meter {
        devices = List.copyOf(devices);
    }
}
