package energy.sem.ingest.quarter;

import energy.sem.quarter.QuarterRow;

/**
 * What readings of one device say about one quarter hour.
 *
 * @param key the row it belongs to
 * @param row the first and last reading
 * @param ranges the extremes
 */
public record QuarterChange(QuarterKey key, QuarterRow row, Ranges ranges) {}
