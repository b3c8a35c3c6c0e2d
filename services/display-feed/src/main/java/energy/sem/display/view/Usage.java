package energy.sem.display.view;

import java.time.LocalDateTime;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What was counted, in total and bar by bar.
 *
 * @param amount the headline, exact: import in Wh, or use of gas or water in litres; null when not known
 * @param exportWh export to the grid; null when not known or not electricity
 * @param measuredFrom the time of the first reading ever, where the period had begun before it; null in a period that was
 *     measured from its start
 * @param everExported whether this home ever exported: if not, the chart needs no room below zero
 * @param buckets the bars in order of time, covering the period; empty when it is not known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Usage(
        Long amount, Long exportWh, LocalDateTime measuredFrom, boolean everExported, List<Bucket> buckets) {
    /** Nothing is known. */
    public static final Usage NONE = new Usage(null, null, null, false, List.of());

    public Usage {
        buckets = List.copyOf(buckets);
    }
}
