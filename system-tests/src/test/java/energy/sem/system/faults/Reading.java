package energy.sem.system.faults;

import java.time.Instant;

/**
 * What one telegram says, as far as it is compared.
 *
 * @param at its time
 * @param importT1Wh register
 * @param importT2Wh register
 * @param exportT1Wh register
 * @param importW power from the grid
 * @param exportW power to the grid
 * @param voltageDeciV of the one phase
 * @param gasAt when the gas meter was read, a full hour
 * @param gasLitre its register
 * @param peakAt the end of the running month's highest quarter hour, as the meter says it
 * @param peakW its demand
 */
record Reading(
        Instant at,
        long importT1Wh,
        long importT2Wh,
        long exportT1Wh,
        int importW,
        int exportW,
        int voltageDeciV,
        Instant gasAt,
        long gasLitre,
        Instant peakAt,
        int peakW) {}
