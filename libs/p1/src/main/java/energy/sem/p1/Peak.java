package energy.sem.p1;

/**
 * The highest quarter-hour demand of the running month, {@code 1-0:1.6.0} (e-MUCS P1 1.7).
 *
 * @param at end of that quarter hour by the meter's clock, or null when never read
 * @param demandW mean power from the grid in that quarter hour, in W
 */
public record Peak(P1Time at, int demandW) {}
