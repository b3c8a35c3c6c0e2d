/**
 * A household's past that comes from files of other systems: gathered by device, made into registers backwards from what the meter
 * itself counted, proved against it, and written under the meter's lock so that it can be taken out again
 * (docs/decisions/import.md).
 */
package energy.sem.ingest.past;
