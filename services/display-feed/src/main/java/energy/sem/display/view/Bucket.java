package energy.sem.display.view;

import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * One bar: an hour of a day (23 or 25 of them on the days the clock changes), a day of a week or month, a month of a year.
 *
 * @param from the beginning, in the household's zone
 * @param to the end, exclusive
 * @param state what is known of it
 * @param amount import, or use of gas or water, in the view's unit, not negative; null when not known
 * @param exportWh export to the grid, not negative; null when not known and for gas and water
 * @param previousAmount the same bar of the period before, in the view's unit; null when there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Bucket(
        OffsetDateTime from, OffsetDateTime to, State state, Long amount, Long exportWh, Long previousAmount) {

    /** What is known of a bar. */
    public enum State {
        /** Over, and measured (or estimated between two readings near enough). */
        NORMAL,
        /** Not over yet: grows. */
        RUNNING,
        /** Over, but not measured: never drawn as zero. */
        GAP,
        /** Over before the meter's first reading: nothing is missing, and nothing is drawn. */
        BEFORE,
        /** Not begun yet. */
        FUTURE;

        /** The name in JSON. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Bucket {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(state, "state");
        if (!to.isAfter(from)) {
            throw new IllegalArgumentException("a bucket must end after its beginning: " + from + " to " + to);
        }
    }
}
