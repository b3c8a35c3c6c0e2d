package energy.sem.registry;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One meter of the registry. Immutable.
 *
 * @param version how often it was written, from 1: whoever changes it says which one was read
 * @param settings by the names of {@link MeterSetting}; others are kept for those who know them
 * @param keys that open it for pushing, the newest last
 */
public record MeterEntry(long version, Map<String, String> settings, List<PushKey> keys) {
    /** More than two are rotated in one another's time only by somebody who does not look. */
    static final int MOST_KEYS = 8;

    /** @throws IllegalArgumentException when the version is not from 1 on, or there are more than eight keys */
    public MeterEntry {
        if (version < 1) {
            throw new IllegalArgumentException("its version " + version + " is not from 1 on");
        }
        if (keys.size() > MOST_KEYS) {
            throw new IllegalArgumentException("it has " + keys.size() + " keys, more than " + MOST_KEYS);
        }
        settings = Map.copyOf(settings);
        keys = List.copyOf(keys);
    }

    /** A new meter. */
    public static MeterEntry first(Map<String, String> settings, Optional<PushKey> key) {
        return new MeterEntry(1, settings, key.map(List::of).orElse(List.of()));
    }

    /** What it says of its meter, in the order of their names. */
    public Map<String, String> settingsByName() {
        return new TreeMap<>(settings);
    }

    /** The next version, with other settings. */
    public MeterEntry with(Map<String, String> other) {
        return new MeterEntry(version + 1, other, keys);
    }

    /**
     * The next version, with one more key. Those before it open for that long yet; keys whose time is over, and the oldest of
     * too many, are left out.
     */
    public MeterEntry rotated(String clear, Instant now, Duration bothFor) {
        Instant until = now.plus(bothFor);
        List<PushKey> kept = new ArrayList<>();
        keys.stream()
                .map(key -> key.endingBy(until))
                .filter(key -> !key.isOverAt(now))
                .forEach(kept::add);
        kept.add(PushKey.from(clear, now));
        return new MeterEntry(version + 1, settings, kept.subList(Math.max(0, kept.size() - MOST_KEYS), kept.size()));
    }
}
