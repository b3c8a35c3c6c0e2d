package energy.sem.display.view;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Electricity of the period, whatever the utility; null means not known or not there (no tariffs, never exported).
 *
 * @param importWh import from the grid
 * @param exportWh export to the grid
 * @param tariff1Wh import on tariff 1
 * @param tariff2Wh import on tariff 2
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GridEnergy(Long importWh, Long exportWh, Long tariff1Wh, Long tariff2Wh) {
    /** Nothing is known. */
    public static final GridEnergy NONE = new GridEnergy(null, null, null, null);
}
