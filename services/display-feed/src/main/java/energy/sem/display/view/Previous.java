package energy.sem.display.view;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The period before, for the comparison.
 *
 * @param firstDay its first day
 * @param lastDay its last day, inclusive
 * @param until the point in it up to which it is compared: as far into it as {@link DataState#asOf()} is into this one; null
 *     when it is compared whole
 * @param amount its import or use up to that point in the view's unit; null when not known
 * @param wholeAmount its import or use to its end; null when not known
 * @param changePercent how much more this period is, in whole percent, as history compares both; null when it cannot be
 *     told, also because too little of the period before was measured
 * @param coverage the share of its time up to that point for which there are readings, 0 to 1
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Previous(
        LocalDate firstDay,
        LocalDate lastDay,
        LocalDateTime until,
        Long amount,
        Long wholeAmount,
        Long changePercent,
        double coverage) {

    public Previous {
        Objects.requireNonNull(firstDay, "firstDay");
        Objects.requireNonNull(lastDay, "lastDay");
    }
}
