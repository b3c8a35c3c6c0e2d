/** What plain JDBC statements have in common here. */
package energy.sem.ingest.statement;
