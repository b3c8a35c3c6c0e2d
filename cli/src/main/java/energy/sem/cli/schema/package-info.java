/** Of which version the tables are, and how they become those of this one. */
package energy.sem.cli.schema;
