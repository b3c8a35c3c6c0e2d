package energy.sem.display.view;

import java.time.LocalDateTime;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * Everything one picture shows. Equal views give equal pictures, so nothing here may change without new data: data end
 * at the last full quarter hour, and there is no time of drawing. In JSON the groups are not seen: all fields lie side by
 * side.
 *
 * @param subject which period of which meter
 * @param language the picture's language
 * @param state up to when there are data, and whether they can be trusted
 * @param usage what was counted
 * @param previous the period before; null when nothing is known of it
 * @param facts candidates for the facts beside the headline
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record View(
        @JsonUnwrapped Subject subject,
        Language language,
        @JsonUnwrapped DataState state,
        @JsonUnwrapped Usage usage,
        Previous previous,
        Facts facts) {

    public View {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(usage, "usage");
        Objects.requireNonNull(facts, "facts");
    }

    /** A view without data: its state says why. */
    public static View without(Subject subject, Language language, DataState state) {
        return new View(subject, language, state, Usage.NONE, null, Facts.NONE);
    }

    /** Whether the data can be trusted. */
    public Status status() {
        return state.status();
    }

    /** The same data in another language. */
    public View in(Language other) {
        return new View(subject, other, state, usage, previous, facts);
    }

    /** The same data as of a meter that has been silent since the given local time. */
    public View staleSince(LocalDateTime since) {
        return new View(subject, language, state.staleSince(since), usage, previous, facts);
    }
}
