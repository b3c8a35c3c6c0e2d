/** What the tests need: a household that makes events, the topics, and a look into the tables. */
package energy.sem.ingest.kit;
