/** What happened at meters, other than that something flowed: what they said beside their counts, and their devices. */
package energy.sem.history.occurrence;
