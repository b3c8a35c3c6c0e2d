package energy.sem.bridge.mqtt;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jboss.logging.Logger;

import energy.sem.bridge.homeassistant.Slugs;
import energy.sem.bridge.value.MeterMessages;
import energy.sem.bridge.value.Snapshot;
import energy.sem.event.MBusReading;

/**
 * Which devices behind a meter are published: one of each serial number, and no more than a meter ever has, since each is kept by
 * the broker and by Home Assistant for good, and whoever writes telegrams may write any serial number. What is left out is said
 * once. Not thread-safe.
 */
final class DeviceLimit {
    private static final Logger LOG = Logger.getLogger(DeviceLimit.class);

    /** A P1 port has four channels: each device may be replaced once. */
    static final int MOST = 8;

    private final String meter;
    /** By the serial number as topics have it: the kind, or empty while the device of an earlier run has not come. */
    private final Map<String, String> kinds = new LinkedHashMap<>();

    private final Set<String> doubles = new HashSet<>();
    private boolean fullIsSaid;

    DeviceLimit(String meter, Set<String> topics) {
        this.meter = meter;
        String prefix = MeterMessages.topicOfDevices();
        topics.stream()
                .filter(each -> each.startsWith(prefix))
                .forEach(each -> kinds.put(each.substring(prefix.length()), ""));
    }

    /** Those of a reading that are published. */
    List<MBusReading> of(Snapshot snapshot) {
        List<MBusReading> published = new ArrayList<>();
        String own = Slugs.of(MeterDevices.serial(snapshot));
        for (MBusReading each : snapshot.state().event().devices()) {
            if (each.serial() != null && !each.serial().isBlank()) {
                MeterMessages.kind(each)
                        .filter(kind -> isPublished(each.serial(), kind, own))
                        .ifPresent(kind -> published.add(each));
            }
        }
        return published;
    }

    private boolean isPublished(String serial, String kind, String own) {
        String slug = Slugs.of(serial);
        String known = slug.equals(own) ? "electricity" : kinds.getOrDefault(slug, "");
        if (!known.isEmpty() && !known.equals(kind)) {
            sayDouble(serial, known, kind);
            return false;
        }
        if (!kinds.containsKey(slug) && kinds.size() >= MOST) {
            sayFull(serial, kind);
            return false;
        }
        kinds.put(slug, kind);
        return true;
    }

    private void sayDouble(String serial, String known, String kind) {
        if (doubles.size() < MOST && doubles.add(serial + " " + kind)) {
            LOG.warnf(
                    "%s and %s of %s have one serial number, %s: only the first is published",
                    known, kind, meter, serial);
        }
    }

    private void sayFull(String serial, String kind) {
        if (!fullIsSaid) {
            fullIsSaid = true;
            LOG.warnf(
                    "%s has had %d devices behind it; %s %s and others are not published. If those are devices of yours,"
                            + " stop home-bridge, remove announced.json from its folder and start it",
                    meter, MOST, kind, serial);
        }
    }
}
