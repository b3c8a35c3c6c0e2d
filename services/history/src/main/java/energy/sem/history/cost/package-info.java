/**
 * What it costs: contracts from the configuration, and the parts of a cost. Money is exact until it is written; fixed fees
 * and the capacity tariff are spread over the quarter hours of their year or month so that parts of a period add up to it.
 */
package energy.sem.history.cost;
