package energy.sem.ingest.meter;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The devices' rows. The caller holds the locks of their meters, so no one else opens the same device. */
@ApplicationScoped
public class Devices implements PanacheRepositoryBase<Device, Integer> {
    private final DeviceEvents events;

    Devices(DeviceEvents events) {
        this.events = events;
    }

    /**
     * The devices that were heard of, and others of their meters; new ones are opened, and what became known earlier than
     * thought is corrected.
     *
     * @param earliest when each was heard of first, milliseconds since 1970 in UTC
     */
    public Map<DeviceKey, Device> see(Map<DevicePlace, Long> earliest) {
        if (earliest.isEmpty()) {
            return Map.of();
        }
        Set<Integer> meterIds = earliest.keySet().stream()
                .map(place -> place.device().meterId())
                .collect(Collectors.toSet());
        Map<DeviceKey, Device> devices = new HashMap<>(
                find("meterId in ?1", meterIds).stream().collect(Collectors.toMap(Device::key, Function.identity())));
        earliest.forEach((place, atMilli) -> {
            Device device = devices.computeIfAbsent(place.device(), absent -> open(absent, atMilli));
            device.firstAtMilli = Math.min(device.firstAtMilli, atMilli);
        });
        recordEvents(earliest, devices);
        return devices;
    }

    private Device open(DeviceKey key, long atMilli) {
        Device device = new Device(key, atMilli);
        persist(device);
        return device;
    }

    private void recordEvents(Map<DevicePlace, Long> earliest, Map<DeviceKey, Device> devices) {
        Map<EventKey, DeviceEvent> known = new HashMap<>();
        Set<Integer> deviceIds = devices.values().stream().map(Device::id).collect(Collectors.toSet());
        events.find("deviceId in ?1", deviceIds).stream()
                .forEach(event -> known.put(new EventKey(event.deviceId, event.kind), event));
        earliest.forEach((place, atMilli) -> {
            DeviceKey key = place.device();
            int deviceId = devices.get(key).id();
            String who = key.kind().word() + " device " + key.serial();
            note(known, new EventKey(deviceId, DeviceEvent.APPEARED), atMilli, who + " appeared");
            if (place.channel() != null) {
                EventKey onChannel = new EventKey(deviceId, DeviceEvent.onChannel(place.channel()));
                note(known, onChannel, atMilli, who + " is on channel " + place.channel());
            }
        });
    }

    private void note(Map<EventKey, DeviceEvent> known, EventKey key, long atMilli, String detail) {
        DeviceEvent event = known.computeIfAbsent(key, absent -> {
            DeviceEvent added = new DeviceEvent(absent.deviceId, absent.kind, atMilli, detail);
            events.persist(added);
            return added;
        });
        event.atMilli = Math.min(event.atMilli, atMilli);
    }

    private record EventKey(int deviceId, String kind) {}
}
