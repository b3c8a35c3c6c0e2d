/** What can be asked of ingest on the command line, beside serving. */
package energy.sem.ingest.command;
