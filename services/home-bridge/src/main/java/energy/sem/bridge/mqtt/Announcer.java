package energy.sem.bridge.mqtt;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.jboss.logging.Logger;

import energy.sem.bridge.homeassistant.Announcement;
import energy.sem.bridge.homeassistant.Device;
import energy.sem.bridge.homeassistant.Discovery;
import energy.sem.bridge.homeassistant.Entity;

/**
 * Tells Home Assistant which devices and values there are, once a connection, and again when there is more. A value that was
 * announced stays announced, also where it is not known at the moment; one that this SEM does not know any more is taken
 * back; and when the kind of message changes, values move with their history. Not thread-safe.
 */
final class Announcer {
    private static final Logger LOG = Logger.getLogger(Announcer.class);
    private static final String DEVICE = "device";
    private static final String OFF = "off";

    private final Discovery discovery;
    private final String mode;
    private final Announced announced;
    private final Consumer<Announcement> send;
    /** Topics and payloads that this connection has had. */
    private final Map<String, String> sent = new HashMap<>();

    /** The meter of which a device is announced, by the device's identifier. */
    private final Map<String, String> owners = new HashMap<>();

    /** Pairs of a device and a second meter that has it, which have been said. */
    private final Set<String> twice = new HashSet<>();

    Announcer(Discovery discovery, String mode, Announced announced, Consumer<Announcement> send) {
        this.discovery = discovery;
        this.mode = mode;
        this.announced = announced;
        this.send = send;
    }

    /** The broker may have forgotten all, or Home Assistant has started: everything is said again. */
    void startOver() {
        sent.clear();
        if (mode.equals(OFF)) {
            announced.all().values().forEach(each -> sendAll(Discovery.takenBack(each.topics())));
            announced.clear();
        }
    }

    /** The keys that were announced of a device, for whoever makes it again. */
    Collection<String> keys(String serial) {
        Announced.Entry entry = announced.of(serial);
        return entry == null ? List.of() : entry.components().keySet();
    }

    /**
     * Announces a device, if that has not been done like this.
     *
     * @param known whether a key means a value that SEM still has
     */
    void announce(Device device, long expireSeconds, Predicate<String> known) {
        if (mode.equals(OFF) || !isOwner(device)) {
            return;
        }
        Announced.Entry before = announced.of(device.serial());
        Map<String, String> removed = new LinkedHashMap<>();
        if (before != null) {
            before.components().forEach((key, platform) -> {
                if (!known.test(key)) {
                    removed.put(key, platform);
                }
            });
        }
        List<Announcement> now = messages(device, expireSeconds, Map.of());
        if (now.stream().allMatch(each -> each.payload().equals(sent.get(each.topic()))) && removed.isEmpty()) {
            return;
        }
        Set<String> topics = new LinkedHashSet<>();
        now.forEach(each -> topics.add(each.topic()));
        boolean moves = before != null && !before.mode().equals(mode);
        if (moves) {
            sendAll(Discovery.leaving(before.topics()));
        } else if (!removed.isEmpty() && mode.equals(DEVICE)) {
            sendAll(messages(device, expireSeconds, removed));
        }
        sendAll(now);
        if (before != null) {
            sendAll(Discovery.takenBack(before.topics().stream()
                    .filter(each -> !topics.contains(each))
                    .toList()));
        }
        remember(device, topics);
    }

    /** A meter that has fallen silent: another of its serial number is announced in its place. */
    void release(String meter) {
        owners.values().removeIf(meter::equals);
    }

    /** Takes back all devices of a meter that there is no more. */
    void takeBack(String meter) {
        release(meter);
        announced.all().values().stream()
                .filter(each -> meter.equals(each.meter()))
                .forEach(each -> sendAll(Discovery.takenBack(each.topics())));
        announced.forget(meter);
    }

    private List<Announcement> messages(Device device, long expireSeconds, Map<String, String> removed) {
        return mode.equals(DEVICE)
                ? List.of(discovery.device(device, expireSeconds, removed))
                : discovery.singles(device, expireSeconds);
    }

    private void remember(Device device, Set<String> topics) {
        Map<String, String> components = new LinkedHashMap<>();
        for (Entity each : device.entities()) {
            components.put(each.key(), each.platform());
        }
        announced.put(device.serial(), new Announced.Entry(device.meter(), mode, new ArrayList<>(topics), components));
    }

    private void sendAll(List<Announcement> announcements) {
        for (Announcement each : announcements) {
            send.accept(each);
            sent.put(each.topic(), each.payload());
        }
    }

    /** Two meters of one serial number are one meter that is read twice: only the first is announced. */
    private boolean isOwner(Device device) {
        String owner = owners.putIfAbsent(device.identifier(), device.meter());
        if (owner == null || owner.equals(device.meter())) {
            return true;
        }
        if (twice.add(device.identifier() + " " + device.meter())) {
            LOG.warnf(
                    "%s and %s have one serial number, %s: only %s is announced to Home Assistant",
                    owner, device.meter(), device.serial(), owner);
        }
        return false;
    }
}
