package energy.sem.bridge.mqtt;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import energy.sem.bridge.homeassistant.Device;
import energy.sem.bridge.homeassistant.Entity;
import energy.sem.bridge.value.MeterMessages;
import energy.sem.bridge.value.PeriodTopic;
import energy.sem.bridge.value.Snapshot;
import energy.sem.event.MBusReading;

/** A meter and what is behind it as devices of Home Assistant. Stateless. */
final class MeterDevices {
    private MeterDevices() {}

    /** The serial number of the electricity meter; the meter's name where there is none. */
    static String serial(Snapshot snapshot) {
        return snapshot.state()
                .electricity()
                .map(each -> each.serial())
                .filter(each -> each != null && !each.isBlank())
                .orElse(snapshot.state().meter());
    }

    /**
     * The electricity meter with the values of these keys and of other parts of the bridge.
     *
     * @param more values of other parts
     */
    static Device electricity(Snapshot snapshot, Collection<String> keys, List<Entity> more) {
        List<Entity> entities = new ArrayList<>(MeterMessages.entities(keys));
        entities.addAll(more);
        return new Device(
                snapshot.state().meter(),
                serial(snapshot),
                "SEM " + snapshot.state().meter(),
                model(snapshot.state().event().identification()),
                text(snapshot.state().event().p1Version()),
                Optional.empty(),
                entities);
    }

    /** These devices behind it, of which each has a serial number and counts something. */
    static List<Device> behind(Snapshot snapshot, List<MBusReading> readings) {
        List<Device> devices = new ArrayList<>();
        for (MBusReading each : readings) {
            MeterMessages.kind(each).ifPresent(kind -> devices.add(behind(snapshot, each.serial(), kind)));
        }
        return devices;
    }

    /** Keys of what is known now, of state, registers and periods. */
    static Set<String> keys(Snapshot snapshot, Figures figures) {
        Set<String> keys = new LinkedHashSet<>(MeterMessages.keys(snapshot));
        for (PeriodTopic each : PeriodTopic.values()) {
            figures.period(snapshot.state().meter(), each)
                    .ifPresent(answer -> keys.addAll(MeterMessages.keys(each, answer)));
        }
        return keys;
    }

    private static Device behind(Snapshot snapshot, String serial, String kind) {
        return new Device(
                snapshot.state().meter(),
                serial,
                "SEM " + snapshot.state().meter() + " " + kind,
                "",
                "",
                Optional.of(serial(snapshot)),
                List.of(MeterMessages.entityOfDevice(kind, serial).orElseThrow()));
    }

    /** Of {@code FLU5\253770234_A} the maker and type before the backslash. */
    private static String model(String identification) {
        String text = text(identification);
        int end = text.indexOf('\\');
        return (end > 0 ? text.substring(0, end) : text)
                .replaceAll("[^ -~]", "")
                .strip();
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }
}
