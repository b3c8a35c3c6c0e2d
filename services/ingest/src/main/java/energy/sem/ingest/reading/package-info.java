/** Raw readings: every telegram's values, once each, for as long as the raw retention says. */
package energy.sem.ingest.reading;
