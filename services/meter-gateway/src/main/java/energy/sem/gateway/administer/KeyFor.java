package energy.sem.gateway.administer;

import energy.sem.base.Problem;
import energy.sem.registry.NewKey;

/** Whom a new key is for, which is how long it may be. */
enum KeyFor {
    /** Whatever pushes telegrams. */
    ANY,
    /** The original sensor, whose memory is small. */
    SENSOR;

    /** As the parameter {@code for} says it; null for any. */
    static KeyFor of(String word) {
        if (word == null || word.isEmpty()) {
            return ANY;
        }
        if (word.equals("sensor")) {
            return SENSOR;
        }
        throw Problem.badRequest(
                "for: only \"sensor\" is known, for the original sensor, which holds at most 19 characters.");
    }

    /** A key that nobody guesses. */
    String made() {
        return this == SENSOR ? NewKey.forSensor() : NewKey.random();
    }
}
