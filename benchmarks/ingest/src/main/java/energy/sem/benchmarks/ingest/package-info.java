/** Load on ingest, as a process of its own between a real Kafka and a real MariaDB. */
package energy.sem.benchmarks.ingest;
