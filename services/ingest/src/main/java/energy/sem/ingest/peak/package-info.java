/** The month peaks that meters state themselves (capacity tariff): running while the month lasts, final when closed. */
package energy.sem.ingest.peak;
