/** Batches from Kafka, in order for each meter; what cannot be stored goes to the dead topic with the reason. */
package energy.sem.ingest.receive;
