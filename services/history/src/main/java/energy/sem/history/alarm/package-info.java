/** The alarms that home-bridge finds active: told by the answer about all meters, and so by the page. */
package energy.sem.history.alarm;
