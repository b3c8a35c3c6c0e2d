package energy.sem.event;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * An object of the telegram that the decoder does not know, kept as it came.
 *
 * @param obis the full reference, such as {@code 0-0:96.13.0}
 * @param values the texts between the brackets, in order
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record UnknownObject(String obis, List<String> values) {

    public UnknownObject {
        values = values == null ? List.of() : List.copyOf(values);
    }
}
