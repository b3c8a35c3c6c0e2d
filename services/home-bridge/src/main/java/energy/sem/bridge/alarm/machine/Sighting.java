package energy.sem.bridge.alarm.machine;

import java.util.Map;

/**
 * What a rule sees at one moment.
 *
 * @param device the serial number or phase that it is about; empty when it is about the meter as a whole
 * @param verdict whether it is so
 * @param occasion what tells this time from another, such as the quarter hour: with another one begins anew; or {@code null}
 * @param values what a message says, by the names in its texts
 */
public record Sighting(String device, Verdict verdict, String occasion, Map<String, String> values) {

    /** What a rule can say. Between its two limits it keeps what it said. */
    public enum Verdict {
        RAISE,
        /** It is told, and over. */
        ONCE,
        /** It is told, and over, when it is another occasion than the last; the first one is no news. */
        CHANGED,
        KEEP,
        CLEAR
    }

    public Sighting {
        values = Map.copyOf(values);
    }

    /** It is so. */
    public static Sighting raise(Map<String, String> values) {
        return new Sighting("", Verdict.RAISE, null, values);
    }

    /** It is so, this time. */
    public static Sighting once(String occasion, Map<String, String> values) {
        return new Sighting("", Verdict.ONCE, occasion, values);
    }

    /** It is so since some moment; told when it was something else before. */
    public static Sighting changed(String occasion, Map<String, String> values) {
        return new Sighting("", Verdict.CHANGED, occasion, values);
    }

    /** Whatever was, stays. */
    public static Sighting keep() {
        return new Sighting("", Verdict.KEEP, null, Map.of());
    }

    /** It is not so. */
    public static Sighting clear() {
        return new Sighting("", Verdict.CLEAR, null, Map.of());
    }

    /** The same, of this time: what was of another is over, and nobody is told. */
    public Sighting during(String time) {
        return new Sighting(device, verdict, time, values);
    }

    /** The same of a device. */
    public Sighting of(String other) {
        return new Sighting(other, verdict, occasion, values);
    }
}
