/** Which SEM a command is about: that of a data folder, or one whose database and Kafka are named by settings. */
package energy.sem.cli.backup.from;
