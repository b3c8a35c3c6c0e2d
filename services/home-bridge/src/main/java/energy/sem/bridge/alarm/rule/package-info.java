/**
 * What is worth an alarm. A new rule is one class here, its test, its words in {@code alarm_*.properties}, and a line of
 * docs/alarms.md.
 */
package energy.sem.bridge.alarm.rule;
