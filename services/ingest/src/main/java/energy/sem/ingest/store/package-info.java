/** One batch of events, one transaction: all of it is stored or nothing, and the same batch again changes nothing. */
package energy.sem.ingest.store;
