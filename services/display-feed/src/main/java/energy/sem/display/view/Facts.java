package energy.sem.display.view;

import java.time.LocalDateTime;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Candidates for the three facts beside the headline; null means not known or not there (no gas meter, no tariffs).
 *
 * @param importWh import from the grid, whatever the utility
 * @param exportWh export to the grid
 * @param peakW the highest quarter-hour demand of the period
 * @param peakAt when it ended, in the household's zone
 * @param monthPeakW the month's peak, as the meter or we computed it: a month's own, or that of the month {@code asOf} is in
 * @param monthPeakAt when it ended
 * @param billingPeakW the Flemish billing peak: the mean of the last 12 month peaks, each at least 2.5 kW
 * @param gasLitre use of gas
 * @param waterLitre use of water
 * @param costCent cost of the period in cents; negative when export earned more than import cost
 * @param tariff1Wh import on tariff 1
 * @param tariff2Wh import on tariff 2
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Facts(
        Long importWh,
        Long exportWh,
        Long peakW,
        LocalDateTime peakAt,
        Long monthPeakW,
        LocalDateTime monthPeakAt,
        Long billingPeakW,
        Long gasLitre,
        Long waterLitre,
        Long costCent,
        Long tariff1Wh,
        Long tariff2Wh) {

    /** Nothing is known. */
    public static final Facts NONE = new Facts(null, null, null, null, null, null, null, null, null, null, null, null);
}
