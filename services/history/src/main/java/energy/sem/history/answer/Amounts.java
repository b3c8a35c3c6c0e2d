package energy.sem.history.answer;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;

import energy.sem.p1.Register;

/**
 * What flowed in a span: differences of registers, summed over the devices. A field is absent when the meter has no such
 * register or nothing is known of the span.
 *
 * @param energy what went each way, {@code importKwh} and {@code exportKwh}, and the parts in each tariff that the meter has,
 *     {@code importT1Kwh} and so on; fields of this object
 * @param gasM3 gas, m3 as the meter counts them
 * @param waterM3 water
 * @param heatGj heat
 * @param submeterKwh what further electricity meters on the M-Bus counted; a part of the above, not an addition
 * @param peakKw the highest quarter-hour demand of the span
 * @param peakAt the start of that quarter hour, as {@code peakFrom}
 * @param peakFrom its start
 * @param peakTo its end
 * @param costs what it costs; absent without contracts
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Amounts(
        Map<String, BigDecimal> energy,
        BigDecimal gasM3,
        BigDecimal waterM3,
        BigDecimal heatGj,
        BigDecimal submeterKwh,
        BigDecimal peakKw,
        OffsetDateTime peakAt,
        OffsetDateTime peakFrom,
        OffsetDateTime peakTo,
        Bill costs) {

    @JsonAnyGetter
    @Override
    public Map<String, BigDecimal> energy() {
        return energy;
    }

    /** What a register of the meter counted, or {@code null}. */
    public BigDecimal of(Register register) {
        return energy.get(register.answerName());
    }
}
