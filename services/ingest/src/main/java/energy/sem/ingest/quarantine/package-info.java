/** Values that the gateway judged implausible: kept aside with the reason, never in a quarter hour. */
package energy.sem.ingest.quarantine;
