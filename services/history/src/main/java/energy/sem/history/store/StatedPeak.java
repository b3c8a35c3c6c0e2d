package energy.sem.history.store;

import java.time.LocalDate;

/**
 * A month's highest quarter hour as the meter itself states it.
 *
 * @param deviceId of the electricity meter
 * @param month its first day
 * @param watts W
 * @param atMilli the moment that the meter states, milliseconds since 1970 in UTC, or {@code null}
 * @param closed true when the meter has closed the month: the figure does not change any more
 */
public record StatedPeak(int deviceId, LocalDate month, int watts, Long atMilli, boolean closed) {}
