/** The newest state of each meter, from Kafka: in memory, and only of what has just been read. */
package energy.sem.bridge.live;
