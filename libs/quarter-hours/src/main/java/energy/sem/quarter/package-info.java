/**
 * The arithmetic of registers and quarter hours that ingest and history share: which quarter hour an instant belongs to,
 * a register's value at an edge between two quarter hours, the demand between two edges, and the time outside gaps.
 *
 * <p>What went one way is the meter's own total where it gives one, else the sum over all tariffs that it has. That rule stands
 * in {@code energy.sem.p1.RegisterValues}, for values at one instant, and in {@link energy.sem.quarter.QuarterSeries#energyWh},
 * for edges, where registers may begin and end: nobody else adds tariffs up, but for the columns {@code …_total_wh} of the
 * tables, which a test compares with it.
 *
 * <p>Everything here is pure and immutable: the same rows give the same figures, in whatever order they arrived. Values
 * are whole numbers; nothing is rounded but by flooring, once, at an edge, so differences between edges always add up.
 */
package energy.sem.quarter;
