/** DSMR-reader: its backups, its exports, its interface. */
package energy.sem.files.dsmrreader;
