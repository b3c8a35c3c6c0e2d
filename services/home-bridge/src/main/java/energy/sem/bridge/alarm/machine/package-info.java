/** What becomes of what rules see: alarms that are pending, active, clearing; pure, without a clock or a network. */
package energy.sem.bridge.alarm.machine;
