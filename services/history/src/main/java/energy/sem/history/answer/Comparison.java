package energy.sem.history.answer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.OffsetDateTime;

import com.fasterxml.jackson.annotation.JsonInclude;

import energy.sem.p1.Register;

/**
 * This period beside the one before, both up to the same point. Gas, water, heat and further meters count on both sides up to
 * the quarter hour of their newest reading, where that is before {@code until}.
 *
 * @param until the last full quarter hour of data: what {@code total} counts up to
 * @param previousUntil the same local point of the period before: what {@code previous} counts up to
 * @param total of this period, up to {@code until}
 * @param previous of the period before, up to {@code previousUntil}
 * @param changePercent how much more {@code total} is than {@code previous}; absent when too little of the period before was
 *     measured (less than 80 %)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Comparison(
        OffsetDateTime until, OffsetDateTime previousUntil, Amounts total, Amounts previous, Change changePercent) {

    /**
     * Changes in whole percent, rounded half up; negative is less. Absent where either side is not known, or the period before
     * had nothing.
     *
     * @param importKwh energy from the grid
     * @param exportKwh energy to the grid
     * @param gasM3 gas
     * @param waterM3 water
     * @param heatGj heat
     * @param submeterKwh further electricity meters
     * @param costs what it costs
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Change(
            Long importKwh, Long exportKwh, Long gasM3, Long waterM3, Long heatGj, Long submeterKwh, Long costs) {

        /** From the period before to this one. */
        public static Change of(Amounts now, Amounts before) {
            return new Change(
                    percent(now.of(Register.IMPORT_WH), before.of(Register.IMPORT_WH)),
                    percent(now.of(Register.EXPORT_WH), before.of(Register.EXPORT_WH)),
                    percent(now.gasM3(), before.gasM3()),
                    percent(now.waterM3(), before.waterM3()),
                    percent(now.heatGj(), before.heatGj()),
                    percent(now.submeterKwh(), before.submeterKwh()),
                    percent(total(now.costs()), total(before.costs())));
        }

        private static BigDecimal total(Bill costs) {
            return costs == null ? null : costs.total();
        }

        private static Long percent(BigDecimal now, BigDecimal before) {
            if (now == null || before == null || before.signum() <= 0) {
                return null;
            }
            return now.subtract(before)
                    .movePointRight(2)
                    .divide(before, 0, RoundingMode.HALF_UP)
                    .longValueExact();
        }
    }
}
