/**
 * A connection to an MQTT broker: it comes back by itself, says in words and once what is wrong, and never sends an old
 * message as a new one. {@link energy.sem.mqtt.BrokerAddress} says where, {@link energy.sem.mqtt.BrokerSettings} as whom,
 * {@link energy.sem.mqtt.MqttConnection} does it.
 */
package energy.sem.mqtt;
