package energy.sem.event;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;

import energy.sem.p1.RegisterValues;

/**
 * The registers of the electricity meter. {@code null} is "not in the telegram", never zero.
 *
 * @param serial of the meter; for a source that sends none, the configured one
 * @param tariff the running tariff's number
 * @param registers what it has counted; in JSON each is a field of its own, {@code importT1Wh} and so on, see
 *     {@link energy.sem.p1.Register}
 * @param importW power from the grid (1-0:1.7.0), W
 * @param exportW power to the grid (1-0:2.7.0), W
 * @param demandW the running quarter's average demand (1-0:1.4.0), W
 * @param phases one entry for each phase the telegram speaks of, in order
 */
@JsonSerialize(using = ElectricityJson.Writer.class)
@JsonDeserialize(using = ElectricityJson.Reader.class)
public record Electricity(
        String serial,
        Integer tariff,
        RegisterValues registers,
        Integer importW,
        Integer exportW,
        Integer demandW,
        List<Phase> phases) {

    public Electricity {
        registers = registers == null ? RegisterValues.NONE : registers;
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
