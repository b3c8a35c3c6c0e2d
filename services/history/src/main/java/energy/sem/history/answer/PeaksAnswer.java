package energy.sem.history.answer;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Month peaks and the Flemish billing peak.
 *
 * @param meter its name
 * @param simulated true for a simulated household; absent otherwise
 * @param zone of the months and times
 * @param months oldest first, the running one last; a month without any peak is left out
 * @param billingPeak absent when there is no month
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PeaksAnswer(String meter, Boolean simulated, String zone, List<Month> months, BillingPeak billingPeak) {

    public PeaksAnswer {
        months = List.copyOf(months);
    }

    /**
     * One month.
     *
     * @param month such as {@code 2026-11}
     * @param running true for the month that is not over yet; its peak may still rise
     * @param peakKw the peak that counts
     * @param peakAt its moment: of the meter's peak as the meter states it, of a computed one the start of the quarter hour
     * @param peakFrom the start of the peak's quarter hour
     * @param peakTo its end
     * @param source where {@code peakKw} comes from: "meter" or "computed"
     * @param meterKw the meter's own, when it states one
     * @param computedKw from our quarter hours, when any of the month is bracketed closely enough
     * @param computedAt the start of that quarter hour, as {@code computedFrom}
     * @param computedFrom its start
     * @param computedTo its end
     * @param differenceKw {@code meterKw} minus {@code computedKw}, when both are there
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Month(
            String month,
            boolean running,
            BigDecimal peakKw,
            OffsetDateTime peakAt,
            OffsetDateTime peakFrom,
            OffsetDateTime peakTo,
            String source,
            BigDecimal meterKw,
            BigDecimal computedKw,
            OffsetDateTime computedAt,
            OffsetDateTime computedFrom,
            OffsetDateTime computedTo,
            BigDecimal differenceKw) {}

    /**
     * The mean of the last 12 months' max(peak, 2.5 kW), the running month included; fewer months: the mean of those.
     *
     * @param kw to the watt
     * @param months how many months it is the mean of, 1 to 12
     * @param minimumKw what a month counts at least: 2.5
     * @param from the first of the months
     * @param to the last of the months
     * @param costsYear what it costs a year at today's capacity price; absent without one in the contracts
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record BillingPeak(
            BigDecimal kw, int months, BigDecimal minimumKw, String from, String to, Bill costsYear) {}
}
