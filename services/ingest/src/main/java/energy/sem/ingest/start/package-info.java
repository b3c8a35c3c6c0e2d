/** What must be there before the first batch: the tables, and room in them. The database may come later than ingest. */
package energy.sem.ingest.start;
