/**
 * What SEM publishes of a meter: each value once, with its name in JSON, how it is read, and how Home Assistant shows it.
 * Registers come from {@link energy.sem.p1.Register}: one that is added there is published and announced too.
 */
package energy.sem.bridge.value;
