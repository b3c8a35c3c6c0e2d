/** Contracts that somebody sets up on the page: kept as they came, after they were read as history reads them. */
package energy.sem.ingest.contract;
