/**
 * Ingest: from Kafka to MariaDB, each reading once. One polled batch of telegram events is one transaction; its offsets
 * are committed after it. What a batch does to the tables depends on the events alone, never on their order or on how
 * often they come, so a replay changes no row.
 *
 * <p>{@link energy.sem.ingest.receive} takes batches from Kafka, {@link energy.sem.ingest.store} makes each one
 * transaction, and the packages beside them know one kind of row each.
 */
package energy.sem.ingest;
