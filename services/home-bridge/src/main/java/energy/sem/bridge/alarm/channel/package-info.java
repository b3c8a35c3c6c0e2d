/**
 * How alarms reach people and programs. A new channel is one class here, its test, its settings in the catalogue, and a line
 * of docs/alarms.md.
 */
package energy.sem.bridge.alarm.channel;
