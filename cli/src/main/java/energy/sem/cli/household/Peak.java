package energy.sem.cli.household;

import java.time.Instant;

/**
 * The highest quarter-hour demand of a month.
 *
 * @param watts W
 * @param endedAt the end of that quarter; the month's first instant when no quarter is over yet
 */
public record Peak(int watts, Instant endedAt) {}
