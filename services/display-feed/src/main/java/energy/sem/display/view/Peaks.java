package energy.sem.display.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * The highest quarter-hour demands; null means not known.
 *
 * @param period that of the period
 * @param month the month's, as the meter or we computed it: a month's own, or that of the month {@code asOf} is in
 * @param billingPeakW the Flemish billing peak: the mean of the last 12 month peaks, each at least 2.5 kW
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Peaks(
        @JsonUnwrapped(prefix = "peak") Peak period,
        @JsonUnwrapped(prefix = "monthPeak") Peak month,
        Long billingPeakW) {

    /** Nothing is known. */
    public static final Peaks NONE = new Peaks(null, null, null);
}
