/**
 * What happens now: each meter's newest telegram from Kafka, or from the tables until one has come, and each meter's
 * health as the meter-gateway tells it.
 */
package energy.sem.history.live;
