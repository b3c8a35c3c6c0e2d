package energy.sem.event;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The highest powers and the range of the voltages of all telegrams since the event before, this one included, so that
 * publishing fewer events than telegrams loses no extreme.
 *
 * @param importW highest power from the grid, W
 * @param importAt when
 * @param exportW highest power to the grid, W
 * @param exportAt when
 * @param voltages the range per phase
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Extremes(
        Integer importW, Instant importAt, Integer exportW, Instant exportAt, List<VoltageRange> voltages) {

    public Extremes {
        voltages = voltages == null ? List.of() : List.copyOf(voltages);
    }

    /**
     * The lowest and highest voltage of one phase.
     *
     * @param phase 1, 2 or 3
     * @param minDeciV tenths of a volt
     * @param maxDeciV tenths of a volt
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record VoltageRange(int phase, int minDeciV, int maxDeciV) {}
}
