package energy.sem.bill.tariff;

/** Which energy a component is multiplied with. */
public enum Flow {
    /** From the grid. */
    IMPORT,
    /** To the grid. */
    EXPORT,
    /** None: a fee. */
    NONE
}
