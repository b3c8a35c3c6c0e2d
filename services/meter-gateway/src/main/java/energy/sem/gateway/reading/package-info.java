/** Reads the sources: a thread for each, which opens its line again with growing pauses whenever it breaks. */
package energy.sem.gateway.reading;
