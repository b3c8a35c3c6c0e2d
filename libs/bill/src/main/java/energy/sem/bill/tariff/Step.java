package energy.sem.bill.tariff;

/** Over which time a formula's spot price is averaged; both directions alike. */
public enum Step {
    QUARTER,
    /** The mean of the four quarters of the hour. */
    HOUR,
    /** The mean of all quarters of the month, to five decimals; until the month is over it is provisional. */
    MONTH
}
