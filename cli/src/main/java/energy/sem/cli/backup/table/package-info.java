/** The tables as text and back: rows read in one consistent view, loaded by LOAD DATA, summed up for comparison. */
package energy.sem.cli.backup.table;
