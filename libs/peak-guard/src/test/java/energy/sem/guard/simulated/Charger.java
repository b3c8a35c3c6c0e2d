package energy.sem.guard.simulated;

import java.util.Random;

/**
 * A charger and its car: what is set is drawn some seconds later, whole amperes from 6 A on.
 *
 * @see Year
 */
final class Charger {
    static final int VOLT = 230;
    static final int LEAST_A = 6;

    final int phases;
    final int mostA;
    private final Random chance = new Random(5);

    private int setA;
    private int drawnA;
    private int untilDrawn;

    Charger(int phases, int mostA) {
        this.phases = phases;
        this.mostA = mostA;
    }

    int watts() {
        return drawnA * VOLT * phases;
    }

    int setA() {
        return setA;
    }

    /** Below 6 A it pauses. */
    void set(int ampere) {
        int wanted = ampere < LEAST_A ? 0 : Math.min(ampere, mostA);
        if (wanted != setA) {
            setA = wanted;
            untilDrawn = 5 + chance.nextInt(16);
        }
    }

    void second() {
        if (untilDrawn > 0 && --untilDrawn == 0) {
            drawnA = setA;
        }
    }

    /** The car has left, or is full. */
    void unplug() {
        setA = 0;
        drawnA = 0;
        untilDrawn = 0;
    }
}
