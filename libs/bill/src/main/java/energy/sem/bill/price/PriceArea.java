package energy.sem.bill.price;

/** A bidding zone of the day-ahead auction that SEM can ask for: one price a quarter hour in all of it. */
public enum PriceArea {
    BE("10YBE----------2"),
    NL("10YNL----------L");

    private final String eic;

    PriceArea(String eic) {
        this.eic = eic;
    }

    /** Its Energy Identification Code, by which ENTSO-E is asked. */
    public String eic() {
        return eic;
    }
}
