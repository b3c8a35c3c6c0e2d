/**
 * The file of a backup: sealed in chunks, so that whatever was cut off or changed in it is found out, compressed, and in it
 * what there is to restore (docs/decisions/backup.md).
 */
package energy.sem.cli.backup.archive;
