/** One Kafka broker as a process of its own: its class path, its settings, its start and its end. */
package energy.sem.local.kafka;
