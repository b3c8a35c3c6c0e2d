/** Telegrams that somebody publishes on a topic of an MQTT broker: DSMR-reader, amsreader. */
package energy.sem.source.mqtt;
