/** The door through which a household's past comes in: files by HTTP, each with the administrator's key or the meter's own. */
package energy.sem.ingest.imports;
