/** What meters say beside their counts: power failures, sags, breakers, valves, limits, texts. */
package energy.sem.ingest.occurrence;
