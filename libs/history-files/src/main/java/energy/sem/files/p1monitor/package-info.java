/** P1 Monitor (ztatz.nl): its SQL export and its SQLite database. */
package energy.sem.files.p1monitor;
