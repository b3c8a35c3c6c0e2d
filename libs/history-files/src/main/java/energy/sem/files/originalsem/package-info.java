/** The first SEM: an ESP32 at the meter, PHP and the table {@code FluviusMeter}. */
package energy.sem.files.originalsem;
