/**
 * The raw tables' window: from when to when they hold readings. It is moved by one procedure of the database, the only
 * way a reading leaves it.
 */
package energy.sem.ingest.retention;
