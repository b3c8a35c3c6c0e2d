/** Files of a household's past, passed on to ingest: so that the page and the command need no other door than history's. */
package energy.sem.history.past;
