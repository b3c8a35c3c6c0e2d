package energy.sem.event;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The gateway's judgement of an event's plausibility, made once, in order of arrival. It changes and drops no value;
 * ingest keeps the values of a named subject aside and stores the rest.
 *
 * @param plausible true exactly when there is no finding
 * @param findings what is wrong with which device
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Verdict(boolean plausible, List<Finding> findings) {

    public Verdict {
        findings = findings == null ? List.of() : List.copyOf(findings);
    }

    /**
     * One thing that cannot be true.
     *
     * @param serial of the device whose values are meant, as in {@link Electricity#serial} or
     *     {@link MBusReading#serial}; {@code null} for the whole event (its time is impossible)
     * @param cause a word for counting, such as {@code register-fell}
     * @param detail a sentence for people
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Finding(String serial, String cause, String detail) {}
}
