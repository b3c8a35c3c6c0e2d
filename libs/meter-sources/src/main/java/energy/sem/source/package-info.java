/**
 * Where telegrams come from: a {@link energy.sem.source.SourceKind} a scheme, one class each, found by
 * {@link energy.sem.source.Sources}. Help, messages, checks and docs are made from what the kinds say, or compared with it.
 * This is the only library that knows serial ports.
 */
package energy.sem.source;
