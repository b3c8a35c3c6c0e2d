/**
 * What a home pays. {@link energy.sem.bill.price} reads day-ahead prices, {@link energy.sem.bill.tariff} contracts and sets,
 * {@link energy.sem.bill.sum} makes the bill, {@link energy.sem.bill.document} reads JSON and YAML for them. No network, no database,
 * no floating point number. Why it is so: docs/decisions/bill.md.
 */
package energy.sem.bill;
