/**
 * Meters as they really were, every reading of them, and what follows from those readings by the plainest arithmetic that
 * there is: what history's answers are compared with. Nothing here uses history's code or the quarter-hour library.
 */
package energy.sem.history.model;
