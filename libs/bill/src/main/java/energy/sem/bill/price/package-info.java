/**
 * Day-ahead prices of electricity as their sources write them. A {@link energy.sem.bill.price.PriceSource} says what to ask for a
 * delivery day and reads what comes back; it opens no connection. {@link energy.sem.bill.price.QuarterPrices} are what was read:
 * known quarter hours only, EUR/MWh, exact. What a source leaves out is unknown, never 0 and never yesterday's.
 */
package energy.sem.bill.price;
