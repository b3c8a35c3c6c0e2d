package energy.sem.ingest.quarter;

import energy.sem.quarter.QuarterRow;

/**
 * What the tables know of a quarter hour of a device, taken apart by where it came from.
 *
 * @param live what the meter itself said, or {@code null}
 * @param imported what the import that counts says, or {@code null}
 * @param importId which import that is; 0 without one
 */
public record KnownQuarter(QuarterRow live, ImportedQuarter imported, int importId) {}
