package energy.sem.cli.household;

import java.time.Instant;

/**
 * A past month's peak as 0-0:98.1.0 lists it.
 *
 * @param label the first instant of the following month
 * @param peak its highest quarter hour
 */
public record ClosedMonth(Instant label, Peak peak) {}
