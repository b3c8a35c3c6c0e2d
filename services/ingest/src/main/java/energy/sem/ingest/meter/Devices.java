package energy.sem.ingest.meter;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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

    /** The devices that were heard of; new ones are opened, and what became known earlier than thought is corrected. */
    public Map<DeviceKey, Device> see(Collection<DeviceSighting> sightings) {
        Map<DeviceKey, Long> earliest = new LinkedHashMap<>();
        Set<Integer> meterIds = new HashSet<>();
        for (DeviceSighting sighting : sightings) {
            earliest.merge(sighting.device(), sighting.atMilli(), Math::min);
            meterIds.add(sighting.device().meterId());
        }
        Map<DeviceKey, Device> devices = new HashMap<>();
        if (!meterIds.isEmpty()) {
            devices.putAll(find("meterId in ?1", meterIds).stream()
                    .collect(Collectors.toMap(Device::key, Function.identity())));
        }
        earliest.forEach((key, atMilli) -> {
            Device device = devices.computeIfAbsent(key, absent -> open(absent, atMilli));
            device.firstAtMilli = Math.min(device.firstAtMilli, atMilli);
        });
        recordEvents(sightings, devices);
        return devices;
    }

    private Device open(DeviceKey key, long atMilli) {
        Device device = new Device(key, atMilli);
        persist(device);
        return device;
    }

    private void recordEvents(Collection<DeviceSighting> sightings, Map<DeviceKey, Device> devices) {
        Map<EventKey, DeviceEvent> known = new HashMap<>();
        Set<Integer> deviceIds = devices.values().stream().map(Device::id).collect(Collectors.toSet());
        if (!deviceIds.isEmpty()) {
            events.find("deviceId in ?1", deviceIds).stream()
                    .forEach(event -> known.put(new EventKey(event.deviceId, event.kind), event));
        }
        for (DeviceSighting sighting : sightings) {
            DeviceKey key = sighting.device();
            int deviceId = devices.get(key).id();
            String who = key.kind().word() + " device " + key.serial();
            note(known, new EventKey(deviceId, DeviceEvent.APPEARED), sighting.atMilli(), who + " appeared");
            if (sighting.channel() != null) {
                note(
                        known,
                        new EventKey(deviceId, DeviceEvent.onChannel(sighting.channel())),
                        sighting.atMilli(),
                        who + " is on channel " + sighting.channel());
            }
        }
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
