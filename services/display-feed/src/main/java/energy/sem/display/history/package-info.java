/**
 * Asks the history service, and turns its answers into views: the only place that knows its REST API.
 *
 * <p>{@link energy.sem.display.history.History} asks; {@link energy.sem.display.history.PeriodData} is what it answered of
 * one period and makes the view of any utility of it. Views end at the last full quarter hour of data.
 */
package energy.sem.display.history;
