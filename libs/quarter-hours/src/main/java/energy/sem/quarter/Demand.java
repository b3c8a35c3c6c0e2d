package energy.sem.quarter;

/**
 * The average power from the grid over one quarter hour, from the registers at its edges.
 *
 * @param watts W
 * @param quarter number of the quarter hour
 */
public record Demand(int watts, int quarter) {}
