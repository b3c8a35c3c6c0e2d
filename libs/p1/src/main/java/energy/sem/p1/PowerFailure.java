package energy.sem.p1;

/**
 * One long power failure from the log {@code 1-0:99.97.0} (P1-502 6.12).
 *
 * @param end when power came back, or null when the stamp says nothing
 * @param seconds how long it was away, in seconds
 */
public record PowerFailure(P1Time end, long seconds) {}
