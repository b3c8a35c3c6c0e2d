package energy.sem.p1;

/** Which way energy flows, as the household sees it. */
public enum Direction {
    /** From the grid: C = 1 in OBIS codes of active energy (IEC 62056-6-1). */
    IMPORT,
    /** To the grid: C = 2. */
    EXPORT
}
