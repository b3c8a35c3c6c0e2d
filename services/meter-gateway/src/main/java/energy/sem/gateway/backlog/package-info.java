/** The backlog on disk: events that Kafka could not take, in order for each meter, until it can. */
package energy.sem.gateway.backlog;
