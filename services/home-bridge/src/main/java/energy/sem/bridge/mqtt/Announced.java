package energy.sem.bridge.mqtt;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jboss.logging.Logger;

import energy.sem.bridge.setup.BridgeFolder;

/**
 * What the broker keeps of us, and Home Assistant has been told of, over restarts: only who knows what there was can say that it
 * is silent, take it back or move it. Not thread-safe.
 */
final class Announced {
    private static final Logger LOG = Logger.getLogger(Announced.class);
    private static final String FILE = "announced.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final BridgeFolder folder;
    private final Map<String, Entry> bySerial = new TreeMap<>();
    private final Map<String, Set<String>> topicsByMeter = new TreeMap<>();

    /**
     * One device.
     *
     * @param meter that it is or is behind
     * @param mode {@code device} or {@code single}
     * @param topics of its messages
     * @param components the platform of each value by its key
     */
    record Entry(String meter, String mode, List<String> topics, Map<String, String> components) {

        private boolean isWhole() {
            return meter != null && mode != null && topics != null && components != null;
        }
    }

    /** The file. */
    private record Kept(Map<String, Entry> devices, Map<String, Set<String>> meters) {

        private boolean isWhole() {
            return devices != null
                    && meters != null
                    && meters.values().stream().allMatch(Objects::nonNull)
                    && devices.values().stream().allMatch(each -> each != null && each.isWhole());
        }
    }

    Announced(BridgeFolder folder) {
        this.folder = folder;
        folder.read(FILE).flatMap(Announced::parse).ifPresent(kept -> {
            bySerial.putAll(kept.devices());
            kept.meters().forEach((meter, topics) -> topicsByMeter.put(meter, new TreeSet<>(topics)));
        });
    }

    /** What was announced of a device; null for nothing. */
    Entry of(String serial) {
        return bySerial.get(serial);
    }

    /** All devices, by serial number. */
    Map<String, Entry> all() {
        return Map.copyOf(bySerial);
    }

    void put(String serial, Entry entry) {
        if (!entry.equals(bySerial.put(serial, entry))) {
            write();
        }
    }

    /** Meters of which the broker keeps something. */
    Set<String> meters() {
        return Set.copyOf(topicsByMeter.keySet());
    }

    /** Topics below the meter's that the broker keeps until there is something else. */
    Set<String> topics(String meter) {
        return Set.copyOf(topicsByMeter.getOrDefault(meter, Set.of()));
    }

    /** The broker keeps this topic of the meter from now on. */
    void keep(String meter, String topic) {
        if (topicsByMeter.computeIfAbsent(meter, unused -> new TreeSet<>()).add(topic)) {
            write();
        }
    }

    /** There is no such meter any more, and no device of it. */
    void forget(String meter) {
        boolean devices = bySerial.values().removeIf(each -> meter.equals(each.meter()));
        if (topicsByMeter.remove(meter) != null || devices) {
            write();
        }
    }

    /** No device is announced any more. */
    void clear() {
        if (!bySerial.isEmpty()) {
            bySerial.clear();
            write();
        }
    }

    private void write() {
        try {
            folder.write(
                    FILE,
                    JSON.writerWithDefaultPrettyPrinter().writeValueAsString(new Kept(bySerial, topicsByMeter)) + "\n");
        } catch (IOException e) {
            LOG.warnf("what has been announced to Home Assistant cannot be kept: %s", e);
        }
    }

    private static Optional<Kept> parse(String text) {
        try {
            Kept kept = JSON.readValue(text, Kept.class);
            if (kept != null && kept.isWhole()) {
                return Optional.of(kept);
            }
            LOG.warnf("%s lacks something of what was written there, and is begun anew", FILE);
        } catch (JsonProcessingException e) {
            LOG.warnf("%s is not what was written there, and is begun anew: %s", FILE, e.getOriginalMessage());
        }
        return Optional.empty();
    }
}
