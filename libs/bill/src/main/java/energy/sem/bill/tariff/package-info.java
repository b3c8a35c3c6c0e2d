/**
 * What a contract says, as components, and how it is written.
 *
 * <ul>
 *   <li>A {@link energy.sem.bill.tariff.Component} is one line of an invoice while it holds: whose it is, what it is multiplied with,
 *       from which day until which, its VAT and its price.
 *   <li>A {@link energy.sem.bill.tariff.Price} is a constant, brackets over a year, a line over an index, or a maximum.
 *   <li>A {@link energy.sem.bill.tariff.Band} gives a price to a register or to hours of the clock; exactly one holds at a time.
 *   <li>A {@link energy.sem.bill.tariff.TariffSet} is what everybody in an area pays alike: grid or levies, with source and the day it
 *       was checked. A law changes one set.
 *   <li>A {@link energy.sem.bill.tariff.Contract} is a supplier's components, the sets it lies on, and facts of the home.
 * </ul>
 *
 * <p>Everything is immutable. Prices are kept in euro a base unit (kWh, m3, kW and year …) whatever unit they were written in; the
 * conversion shifts a decimal point and never rounds.
 */
package energy.sem.bill.tariff;
