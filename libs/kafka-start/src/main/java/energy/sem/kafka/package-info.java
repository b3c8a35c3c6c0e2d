/** The beginning of a service's Kafka channels. */
package energy.sem.kafka;
