/**
 * Where telegrams come from: one {@link energy.sem.gateway.source.Source} a kind, one small class each, and the thread
 * that reads it. A hanging source disturbs no other. This is the only package that knows serial ports.
 */
package energy.sem.gateway.source;
