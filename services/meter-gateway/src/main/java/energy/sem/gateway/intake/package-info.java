/**
 * The way in, the same for a cable and a push: bytes are framed, checked and decoded, judged in order of arrival, made
 * an event and handed on to be kept safe.
 */
package energy.sem.gateway.intake;
