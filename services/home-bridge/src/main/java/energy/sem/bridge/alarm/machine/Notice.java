package energy.sem.bridge.alarm.machine;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Something to tell people.
 *
 * @param id the same however often it is sent, so that who receives it twice knows
 * @param key which alarm
 * @param level how urgent
 * @param kind what happened to it
 * @param at when
 * @param values what the text says
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Notice(String id, AlarmKey key, Level level, Kind kind, Instant at, Map<String, String> values) {

    /** What happened. */
    public enum Kind {
        ACTIVE,
        /** It lasts for another day. */
        STILL,
        CLEARED,
        /** Several in one, because a channel has told enough for a day. */
        DIGEST,
        /** Somebody asked for a test. */
        TEST;

        /** The word in messages. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Notice {
        values = values == null ? Map.of() : Map.copyOf(values);
    }

    /** What happened to an alarm at a moment. */
    public static Notice of(AlarmKey key, Level level, Kind kind, Instant at, Map<String, String> values) {
        return new Notice(key.text() + "/" + kind.word() + "/" + at.toEpochMilli(), key, level, kind, at, values);
    }
}
