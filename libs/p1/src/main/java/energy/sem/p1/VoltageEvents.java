package energy.sem.p1;

/**
 * Counted voltage sags and swells of one phase (P1-502 6.12).
 *
 * @param phase 1, 2 or 3
 * @param sags {@code 1-0:32.32.0} (52, 72), or null
 * @param swells {@code 1-0:32.36.0} (52, 72), or null
 */
public record VoltageEvents(int phase, Integer sags, Integer swells) {}
