/**
 * The Flemish capacity tariff: month peaks from the meter and from our own quarter hours, the billing peak, and the
 * running quarter hour. Arithmetic in whole watts.
 */
package energy.sem.history.peak;
