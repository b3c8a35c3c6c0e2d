package energy.sem.ingest.quarter;

import java.time.LocalDate;
import java.util.Optional;

import energy.sem.quarter.Demand;

/**
 * One row of {@code electricity_day}.
 *
 * @param deviceId the electricity meter
 * @param day in the household's zone
 * @param peak its highest quarter-hour demand, where one is known
 * @param coveredSeconds time outside gaps, seconds
 * @param hasQuarterHours whether there is a reading on that day
 */
record DayFigures(int deviceId, LocalDate day, Optional<Demand> peak, int coveredSeconds, boolean hasQuarterHours) {}
