/**
 * The calendar: which quarter hours a period, a range and its buckets begin and end at, in the household's zone. Pure; the
 * only place that knows days, weeks, months and years.
 */
package energy.sem.history.calendar;
