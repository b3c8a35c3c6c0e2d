package energy.sem.ingest.price;

import energy.sem.bill.price.DayPrices;

/** Where fetched prices go. */
public interface PricePublisher {

    /**
     * Publishes the prices of a day; comes back when they are safe.
     *
     * @throws RuntimeException when they are not
     */
    void publish(DayPrices day);
}
