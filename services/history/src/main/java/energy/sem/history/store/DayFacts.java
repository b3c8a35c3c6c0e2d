package energy.sem.history.store;

import java.time.LocalDate;

import energy.sem.quarter.Demand;

/**
 * What is kept of one day of one electricity meter.
 *
 * @param day of the household's zone
 * @param peak its highest quarter-hour demand, or {@code null}
 * @param coveredMilli time outside gaps
 */
public record DayFacts(LocalDate day, Demand peak, long coveredMilli) {}
