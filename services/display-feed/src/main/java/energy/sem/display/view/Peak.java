package energy.sem.display.view;

import java.time.LocalDateTime;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The highest quarter-hour demand of a span. In JSON its fields follow the name of what it is the peak of: {@code peakW},
 * {@code peakFrom}, {@code peakTo}.
 *
 * @param watt how much
 * @param from when the quarter hour began, in the household's zone; null when not known
 * @param to when it ended
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Peak(
        @JsonProperty("W") long watt, @JsonProperty("From") LocalDateTime from, @JsonProperty("To") LocalDateTime to) {

    /** When the quarter hour ended, as a meter's display names it. */
    @JsonProperty("At")
    public LocalDateTime at() {
        return to;
    }
}
