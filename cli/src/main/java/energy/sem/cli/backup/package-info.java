/**
 * {@code ./sem backup} and {@code ./sem restore}: one way for {@code ./sem up}, package, pod and cluster, through JDBC and
 * Kafka's admin client (docs/decisions/backup.md). {@code from} says which SEM is meant, {@code table} reads and loads its
 * tables, {@code archive} is the file, {@code keep} the folder of files.
 */
package energy.sem.cli.backup;
