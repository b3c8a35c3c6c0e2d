package energy.sem.bill.tariff;

/** Who gets the money. */
public enum Owner {
    SUPPLIER,
    GRID,
    LEVY
}
