/**
 * Publishes to an MQTT broker: what meters say, what history makes of it, and how Home Assistant finds it. Another part of the
 * bridge publishes through {@link energy.sem.bridge.mqtt.Outlet}. Off without {@code sem.mqtt.url}.
 */
package energy.sem.bridge.mqtt;
