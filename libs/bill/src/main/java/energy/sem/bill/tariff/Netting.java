package energy.sem.bill.tariff;

/** Whether one direction is taken from the other before the price. */
public enum Netting {
    /** Both are counted for themselves. */
    NONE,
    /** What goes the other way within the billing year is taken off, down to 0: saldering, compensation. */
    YEAR
}
