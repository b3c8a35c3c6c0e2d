package energy.sem.system.footprint;

import java.util.Locale;

/**
 * A figure and what it must stay below.
 *
 * @param of what it is of, such as a service
 * @param what it is, with its unit
 * @param value measured
 * @param limit it is missed from there on
 */
record Goal(String of, String what, double value, double limit) {

    /** One that was never measured is missed too. */
    boolean isMissed() {
        return !(value < limit);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s: %s is %.2f, goal less than %.2f", of, what, value, limit);
    }
}
