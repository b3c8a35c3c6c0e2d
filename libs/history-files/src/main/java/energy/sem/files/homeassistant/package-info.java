/** Home Assistant: its long-term statistics in SQLite, in a dump of MariaDB and in CSV, and the history panel's CSV. */
package energy.sem.files.homeassistant;
