package energy.sem.bill.tariff;

import energy.sem.bill.document.Node;

/** What a contract is for. */
public enum Utility {
    ELECTRICITY,
    GAS,
    WATER;

    /** As in settings and answers. */
    public String word() {
        return Node.word(this);
    }
}
