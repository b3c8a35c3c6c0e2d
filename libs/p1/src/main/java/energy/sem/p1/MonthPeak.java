package energy.sem.p1;

import java.time.YearMonth;

/**
 * The highest quarter-hour demand of a finished month, one entry of {@code 0-0:98.1.0} (e-MUCS P1 1.7).
 *
 * @param month the month it belongs to: the entry's label is 00:00 on the first day of the month that follows, so this
 *     is the month of the label minus one second, in the label's local time
 * @param at the quarter hour, or null when the meter says "never read"; may be the label itself
 * @param demandW mean power from the grid in that quarter hour, in W
 */
public record MonthPeak(YearMonth month, P1Time at, int demandW) {}
