package energy.sem.display.serve;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

import energy.sem.base.ReadableMeters;

/**
 * What displays told of themselves when they last asked, for {@code /display/status}. What does not look like what it should be
 * is passed over. Bounded: of more than fifty of one reader the one that was silent the longest is forgotten, and of more than a
 * thousand readers the one whose displays were; gone after a restart, until each asks again. Thread-safe.
 */
@Singleton
class Devices {
    private static final int MOST = 50;
    private static final int MOST_READERS = 1000;
    private static final int MOST_MILLIVOLT = 20_000;
    private static final int LEAST_DBM = -130;
    private static final CharSequence DEVICE_ID = HttpHeaders.createOptimized("X-Device-Id");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9:._-]{1,40}");
    /** Nothing that ends a line, a cell or a string. */
    private static final Pattern WORDS = Pattern.compile("[A-Za-z0-9 ._+()/-]{1,40}");

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,6}");

    private final Clock clock;

    /** By whose key they come with: two households may call theirs the same, and none takes another's room. */
    private final Map<KeyHolder, Map<String, Device>> devices = new Newest<>(MOST_READERS);

    /** A key that opens all, a reader's, or without a name what opens as a key does. */
    private record KeyHolder(boolean all, String reader) {
        static KeyHolder of(ReadableMeters with) {
            return new KeyHolder(with.all(), with.reader());
        }
    }

    private static final class Newest<K, V> extends LinkedHashMap<K, V> {
        private static final long serialVersionUID = 1L;

        private final int most;

        Newest(int most) {
            super(16, 0.75f, true);
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
        }
    }

    Devices(Clock clock) {
        this.clock = clock;
    }

    /**
     * A display.
     *
     * @param id as it says; of a TRMNL its MAC address
     * @param name that the settings give it
     * @param firmware the version that it says
     * @param batteryMillivolt the battery's voltage
     * @param rssiDbm how strong it receives the Wi-Fi
     * @param shows what it asked for last
     * @param lastLog the last line that it sent of its own log
     * @param lastSeenAt when it last asked
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Device(
            String id,
            String name,
            String firmware,
            Integer batteryMillivolt,
            Integer rssiDbm,
            String shows,
            String lastLog,
            String lastSeenAt) {
        private String shownAs() {
            return name == null ? id : name;
        }
    }

    /** Keeps what the headers of a request for a picture tell, if the device says which one it is. */
    void heard(HttpServerRequest request, String shows, ReadableMeters with) {
        String id = request.getHeader(DEVICE_ID);
        if (id != null && ID.matcher(id).matches()) {
            keep(
                    id,
                    null,
                    words(request.getHeader("X-Firmware")),
                    millivolt(request.getHeader("X-Battery-mV")),
                    rssi(request.getHeader("X-RSSI")),
                    shows,
                    with);
        }
    }

    /** Keeps what a device tells; what it does not tell this time stays as it was. */
    void keep(
            String id,
            String name,
            String firmware,
            Integer millivolt,
            Integer rssi,
            String shows,
            ReadableMeters with) {
        change(
                with,
                id,
                old -> new Device(
                        id,
                        name,
                        or(firmware, old.firmware()),
                        or(millivolt, old.batteryMillivolt()),
                        or(rssi, old.rssiDbm()),
                        or(shows, old.shows()),
                        old.lastLog(),
                        Instant.ofEpochSecond(clock.instant().getEpochSecond()).toString()));
    }

    /** Keeps a line of a device's log. */
    void log(String id, String line, ReadableMeters with) {
        change(
                with,
                id,
                old -> new Device(
                        id,
                        old.name(),
                        old.firmware(),
                        old.batteryMillivolt(),
                        old.rssiDbm(),
                        old.shows(),
                        line,
                        Instant.ofEpochSecond(clock.instant().getEpochSecond()).toString()));
    }

    private void change(ReadableMeters with, String id, UnaryOperator<Device> successor) {
        synchronized (devices) {
            Map<String, Device> household = devices.computeIfAbsent(KeyHolder.of(with), one -> new Newest<>(MOST));
            Device old = household.get(id);
            household.put(
                    id, successor.apply(old != null ? old : new Device(id, null, null, null, null, null, null, null)));
        }
    }

    private static <T> T or(T value, T otherwise) {
        return value == null ? otherwise : value;
    }

    /** All of them that came with such a key, of a key that opens all every one, in the order of their names. */
    List<Device> all(ReadableMeters with) {
        synchronized (devices) {
            List<Device> all = new ArrayList<>();
            devices.forEach((holder, household) -> {
                if (with.all() || holder.equals(KeyHolder.of(with))) {
                    all.addAll(household.values());
                }
            });
            all.sort(Comparator.comparing(Device::shownAs).thenComparing(Device::id));
            return all;
        }
    }

    /** A short text without anything odd in it; else null. */
    static String words(String given) {
        return given != null && WORDS.matcher(given).matches() ? given : null;
    }

    /** A battery's voltage in mV; null for what none has. */
    static Integer millivolt(String given) {
        return whole(given).filter(mv -> mv > 0 && mv <= MOST_MILLIVOLT).orElse(null);
    }

    /** A signal's strength in dBm; null for what none has. */
    static Integer rssi(String given) {
        return whole(given).filter(dbm -> dbm < 0 && dbm >= LEAST_DBM).orElse(null);
    }

    private static Optional<Integer> whole(String given) {
        return given != null && WHOLE.matcher(given).matches() ? Optional.of(Integer.valueOf(given)) : Optional.empty();
    }
}
