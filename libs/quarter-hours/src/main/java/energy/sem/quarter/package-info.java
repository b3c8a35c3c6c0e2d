/**
 * The arithmetic of registers and quarter hours that ingest and history share: which quarter hour an instant belongs to,
 * a register's value at an edge between two quarter hours, the demand between two edges, and the time outside gaps.
 *
 * <p>Everything here is pure and immutable: the same rows give the same figures, in whatever order they arrived. Values
 * are whole numbers; nothing is rounded but by flooring, once, at an edge, so differences between edges always add up.
 */
package energy.sem.quarter;
