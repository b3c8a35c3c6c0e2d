/** What other services do and history passes on, so that the page and the command need no other door than history's. */
package energy.sem.history.past;
