package energy.sem.ingest.past;

import energy.sem.p1.RegisterValues;

/**
 * What flowed between two edges of quarter hours.
 *
 * @param fromQuarter the edge at which it begins
 * @param toQuarter the edge at which it ends
 * @param amounts of each register that is known, in its unit
 * @param trust as {@link energy.sem.ingest.quarter.ImportedQuarter} has it
 */
record Interval(int fromQuarter, int toQuarter, RegisterValues amounts, int trust) {
    /** How many quarter hours it is long. */
    int length() {
        return toQuarter - fromQuarter;
    }
}
