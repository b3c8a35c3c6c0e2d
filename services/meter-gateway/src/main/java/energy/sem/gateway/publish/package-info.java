/**
 * Keeps telegrams safe: publishes them on Kafka, in order for each meter, and creates the topics that are absent.
 */
package energy.sem.gateway.publish;
