/**
 * What flowed in a period: the difference of registers at its edges, per device, summed; with peaks, coverage and the
 * comparison with the period before. All in whole Wh, litres and MJ; decimals are made when the answer is.
 */
package energy.sem.history.period;
