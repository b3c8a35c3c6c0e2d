package energy.sem.history.answer;

import java.math.BigDecimal;
import java.time.OffsetDateTime;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What flowed in a span: differences of registers, summed over the devices. A field is absent when the meter has no such
 * register or nothing is known of the span.
 *
 * @param importKwh energy from the grid
 * @param importT1Kwh the part in tariff 1
 * @param importT2Kwh the part in tariff 2
 * @param exportKwh energy to the grid
 * @param exportT1Kwh the part in tariff 1
 * @param exportT2Kwh the part in tariff 2
 * @param gasM3 gas, m3 as the meter counts them
 * @param waterM3 water
 * @param heatGj heat
 * @param submeterKwh what further electricity meters on the M-Bus counted; a part of the above, not an addition
 * @param peakKw the highest quarter-hour demand of the span
 * @param peakAt the start of that quarter hour
 * @param costs what it costs; absent without contracts
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Amounts(
        BigDecimal importKwh,
        BigDecimal importT1Kwh,
        BigDecimal importT2Kwh,
        BigDecimal exportKwh,
        BigDecimal exportT1Kwh,
        BigDecimal exportT2Kwh,
        BigDecimal gasM3,
        BigDecimal waterM3,
        BigDecimal heatGj,
        BigDecimal submeterKwh,
        BigDecimal peakKw,
        OffsetDateTime peakAt,
        Bill costs) {}
