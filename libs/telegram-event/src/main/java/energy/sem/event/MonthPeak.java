package energy.sem.event;

import java.time.Instant;
import java.time.YearMonth;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A month's highest quarter-hour demand as the meter states it (capacity tariff).
 *
 * @param month the month it counts for, in the meter's local time
 * @param peakW W
 * @param at the end of the highest quarter; {@code null} when the meter has none
 * @param closed false for the running month (1-0:1.6.0), true for a past one (0-0:98.1.0)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record MonthPeak(YearMonth month, int peakW, Instant at, boolean closed) {}
