package energy.sem.history.answer;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The mean power of each minute of a stretch, from raw readings.
 *
 * @param meter its name
 * @param simulated true for a simulated household; absent otherwise
 * @param zone of the times
 * @param from start of the first minute
 * @param to end of the last minute
 * @param step {@code PT1M}
 * @param importKw from the grid: one value a minute from {@code from} on, {@code null} for one without readings
 * @param exportKw to the grid, likewise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PowerAnswer(
        String meter,
        Boolean simulated,
        String zone,
        OffsetDateTime from,
        OffsetDateTime to,
        String step,
        List<BigDecimal> importKw,
        List<BigDecimal> exportKw) {

    public PowerAnswer {
        // List.copyOf takes no null.
        importKw = Collections.unmodifiableList(new ArrayList<>(importKw));
        exportKw = Collections.unmodifiableList(new ArrayList<>(exportKw));
    }
}
