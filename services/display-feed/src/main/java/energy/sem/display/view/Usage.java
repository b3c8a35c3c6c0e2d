package energy.sem.display.view;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What was counted, in total and bar by bar.
 *
 * @param amount the headline, exact: import in Wh, or use of gas or water in litres; null when not known
 * @param exportWh export to the grid; null when not known or not electricity
 * @param everExported whether this home ever exported: if not, the chart needs no room below zero
 * @param buckets the bars in order of time, covering the period; empty when it is not known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Usage(Long amount, Long exportWh, boolean everExported, List<Bucket> buckets) {
    /** Nothing is known. */
    public static final Usage NONE = new Usage(null, null, false, List.of());

    public Usage {
        buckets = List.copyOf(buckets);
    }
}
