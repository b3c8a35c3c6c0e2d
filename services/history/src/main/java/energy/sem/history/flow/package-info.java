/** What devices counted between two edges, in whole Wh, litres and MJ. */
package energy.sem.history.flow;
