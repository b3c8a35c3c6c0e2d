/** Who may write by HTTP. */
package energy.sem.ingest.door;
