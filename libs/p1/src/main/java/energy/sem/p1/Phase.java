package energy.sem.p1;

/**
 * One phase's momentary values (P1-502 6.12).
 *
 * @param phase 1, 2 or 3
 * @param voltageDeciV tenths of a volt, {@code 1-0:32.7.0} (52, 72), or null. In a network of 3 x 230 V without neutral,
 *     phase 2 says 0 for good
 * @param currentCentiA hundredths of an ampere, {@code 1-0:31.7.0} (51, 71), or null
 * @param importW power from the grid in W, {@code 1-0:21.7.0} (41, 61), or null
 * @param exportW power to the grid in W, {@code 1-0:22.7.0} (42, 62), or null
 */
public record Phase(int phase, Integer voltageDeciV, Integer currentCentiA, Integer importW, Integer exportW) {}
