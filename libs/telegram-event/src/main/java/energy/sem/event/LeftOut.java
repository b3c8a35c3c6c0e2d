package energy.sem.event;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A momentary value of the telegram that cannot be. It is not among the event's values, and keeps none of them aside.
 *
 * @param name of the value, as its field in the event would be called, such as {@code voltageDeciV}
 * @param phase 1, 2 or 3; absent for a value of the whole connection
 * @param value what the meter said, in the unit of the name
 * @param cause a word for counting, such as {@code impossible-voltage}
 * @param detail a sentence for people
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record LeftOut(String name, Integer phase, long value, String cause, String detail) {}
