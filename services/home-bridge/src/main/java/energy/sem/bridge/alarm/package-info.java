/** Alarms to people: looks each few seconds, keeps where each alarm stands, and sends what there is to tell. */
package energy.sem.bridge.alarm;
