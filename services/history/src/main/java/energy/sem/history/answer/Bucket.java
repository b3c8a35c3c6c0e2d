package energy.sem.history.answer;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * One bar of a chart. A bucket in the future, or of which nothing is known, has its times only.
 *
 * @param from its start
 * @param to its end, not included
 * @param amounts the fields of {@link Amounts}, on the same level
 * @param coverage the share of its elapsed seconds outside gaps (electricity); absent for a bucket in the future
 * @param estimated an edge of it lies in a gap, so a value was interpolated over more than 15 minutes (M-Bus devices: 75)
 * @param estimatedKinds of which kinds of device; absent when {@code estimated} is false
 * @param voltages the range per phase, with {@code ?fields=voltage}
 * @param maxImportKw the highest power from the grid, with {@code ?fields=power}
 * @param maxExportKw the highest power to the grid, with {@code ?fields=power}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Bucket(
        OffsetDateTime from,
        OffsetDateTime to,
        @JsonUnwrapped Amounts amounts,
        BigDecimal coverage,
        boolean estimated,
        List<String> estimatedKinds,
        List<VoltageRange> voltages,
        BigDecimal maxImportKw,
        BigDecimal maxExportKw) {

    public Bucket {
        estimatedKinds = List.copyOf(estimatedKinds);
        voltages = List.copyOf(voltages);
    }

    /**
     * The lowest and highest voltage of one phase.
     *
     * @param phase 1, 2 or 3
     * @param minV volt
     * @param maxV volt
     */
    public record VoltageRange(int phase, BigDecimal minV, BigDecimal maxV) {}
}
