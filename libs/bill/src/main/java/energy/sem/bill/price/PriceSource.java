package energy.sem.bill.price;

import java.time.Duration;

/**
 * One place that says day-ahead prices: what to ask it for a day and what its answer means. Opens no connection; immutable and
 * thread-safe.
 */
public interface PriceSource {

    /** A short name by which its prices are kept, such as {@code entso-e}: at most 32 letters, digits and hyphens. */
    String name();

    /** What to ask for the prices of a delivery day. */
    PriceRequest request(DeliveryDay day);

    /**
     * The prices in an answer, of this day only.
     *
     * @param body of an answer with status 200
     * @throws PriceFault when there are none
     */
    QuarterPrices read(DeliveryDay day, byte[] body) throws PriceFault;

    /** Under which terms it gives them, to be shown beside them; {@code null} when it says none. */
    String terms();

    /** The same as an answer says it, where it does. */
    default String terms(byte[] body) {
        return terms();
    }

    /** The least time between two requests that it tolerates. */
    Duration pause();
}
