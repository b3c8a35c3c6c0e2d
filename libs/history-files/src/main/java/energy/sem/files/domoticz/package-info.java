/** Domoticz. */
package energy.sem.files.domoticz;
