package energy.sem.event;

import java.time.Instant;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One fact of a meter or a device behind it, other than what it counted: a power failure, a count of sags, the state of a
 * breaker, a limit, a text. Said with the same {@code at} however often it is repeated, so that it is kept once.
 *
 * @param kind the word of an {@link OccurrenceKind}, such as power-failure, sags, breaker, valve, limiter-w or text; readers
 *     keep a word that they do not know
 * @param serial of the device that it is about, as in {@link Electricity#serial} or {@link MBusReading#serial}
 * @param number the phase of sags and swells (1 to 3), the number of a relay; {@code null} otherwise
 * @param at of a state or a count the time of the first telegram that said it; of an entry of a log its own time, the end
 * @param value how many, or how much in the unit of the kind; {@code null} where it says nothing of it
 * @param text the word of a state, or the text; {@code null} when there is none
 * @param seconds how long it lasted; only of an entry of a log
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Occurrence(
        String kind, String serial, Integer number, Instant at, Long value, String text, Long seconds) {

    /** A state or a count, since an instant. */
    static Occurrence state(OccurrenceKind kind, String serial, Integer number, Instant at, Long value, String text) {
        return new Occurrence(kind.word(), serial, number, at, value, text, null);
    }

    /** Whether it happened and is over, rather than holds until something else is said. */
    public boolean ofLog() {
        return seconds != null;
    }

    /** Whether the other says the same, whenever. */
    boolean saysSame(Occurrence other) {
        return Objects.equals(value, other.value)
                && Objects.equals(text, other.text)
                && Objects.equals(seconds, other.seconds);
    }

    /** The same since another instant. */
    Occurrence since(Instant other) {
        return new Occurrence(kind, serial, number, other, value, text, seconds);
    }
}
