/** What alarms say, in four languages. */
package energy.sem.bridge.alarm.text;
