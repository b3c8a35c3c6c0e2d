package energy.sem.bill.tariff;

/**
 * When a price holds.
 *
 * @param name for the invoice, such as {@code day}; empty when there is but one
 * @param when by register or by the clock
 */
public record Band(String name, When when, Price price) {
    static final Band always(Price price) {
        return new Band("", When.ALWAYS, price);
    }
}
