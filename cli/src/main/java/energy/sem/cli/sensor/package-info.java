/** The original SEM sensor at its meter: what its SD card must hold so that it finds this SEM. */
package energy.sem.cli.sensor;
