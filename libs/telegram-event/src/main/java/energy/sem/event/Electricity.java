package energy.sem.event;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The registers of the electricity meter. {@code null} is "not in the telegram", never zero.
 *
 * @param serial of the meter; for a source that sends none, the configured one
 * @param tariff the running tariff's number: 1 or 2
 * @param importT1Wh energy from the grid in tariff 1 (1-0:1.8.1), Wh
 * @param importT2Wh energy from the grid in tariff 2 (1-0:1.8.2), Wh
 * @param importWh energy from the grid (1-0:1.8.0), Wh; only where the meter sends it
 * @param exportT1Wh energy to the grid in tariff 1 (1-0:2.8.1), Wh
 * @param exportT2Wh energy to the grid in tariff 2 (1-0:2.8.2), Wh
 * @param exportWh energy to the grid (1-0:2.8.0), Wh; only where the meter sends it
 * @param importW power from the grid (1-0:1.7.0), W
 * @param exportW power to the grid (1-0:2.7.0), W
 * @param demandW the running quarter's average demand (1-0:1.4.0), W
 * @param phases one entry for each phase the telegram speaks of, in order
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Electricity(
        String serial,
        Integer tariff,
        Long importT1Wh,
        Long importT2Wh,
        Long importWh,
        Long exportT1Wh,
        Long exportT2Wh,
        Long exportWh,
        Integer importW,
        Integer exportW,
        Integer demandW,
        List<Phase> phases) {

    public Electricity {
        phases = phases == null ? List.of() : List.copyOf(phases);
    }

    /**
     * One phase.
     *
     * @param phase 1, 2 or 3
     * @param voltageDeciV tenths of a volt (1-0:32/52/72.7.0)
     * @param currentCentiA hundredths of an ampere (1-0:31/51/71.7.0)
     * @param importW power from the grid, W (1-0:21/41/61.7.0)
     * @param exportW power to the grid, W (1-0:22/42/62.7.0)
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Phase(int phase, Integer voltageDeciV, Integer currentCentiA, Integer importW, Integer exportW) {}
}
