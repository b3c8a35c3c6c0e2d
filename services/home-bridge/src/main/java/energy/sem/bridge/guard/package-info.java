/** The peak guard, as history computes it, on MQTT and for alarms. */
package energy.sem.bridge.guard;
