package energy.sem.files;

/** How far a row is to be believed, best first: where two say something of the same time, the better one wins. */
public enum Trust {
    /** Difference of two registers, or a register. */
    REGISTER,
    /** Read or validated by the grid company. */
    VALIDATED,
    /** Estimated by the grid company, or of a time that the source itself lost (October's doubled hour). */
    ESTIMATED,
    /**
     * A sum over more time than the meter itself counts in: an hour or a day of electricity, a day of gas. Its quarters are not
     * known, and something may be missing from it.
     */
    SUM
}
