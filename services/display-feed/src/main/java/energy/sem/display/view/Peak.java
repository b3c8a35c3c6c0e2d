package energy.sem.display.view;

import java.time.LocalDateTime;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The highest quarter-hour demand of a span. In JSON its fields follow the name of what it is the peak of: {@code peakW},
 * {@code peakAt}.
 *
 * @param watt how much
 * @param at when the quarter hour ended, in the household's zone; null when not known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Peak(@JsonProperty("W") long watt, @JsonProperty("At") LocalDateTime at) {}
