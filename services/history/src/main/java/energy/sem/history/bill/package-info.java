/**
 * Bills: a meter's quarter hours, contracts and day-ahead prices brought to {@code libs/bill}, which makes the lines. Contracts are
 * those of the settings, a component for each price, and those of a file.
 */
package energy.sem.history.bill;
