/** The folder of the backups: their names, what is kept of them, and how one gets there whole or not at all. */
package energy.sem.cli.backup.keep;
