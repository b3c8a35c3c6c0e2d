/**
 * How Home Assistant is told what SEM publishes: MQTT discovery
 * (https://www.home-assistant.io/integrations/mqtt/#mqtt-discovery), as data. Knows no broker.
 */
package energy.sem.bridge.homeassistant;
