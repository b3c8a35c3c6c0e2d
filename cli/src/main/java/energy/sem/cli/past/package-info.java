/** Arriving with a history: files of other systems are sent through history's door, looked at first, and taken out again. */
package energy.sem.cli.past;
