package energy.sem.system.scaling;

import java.time.Duration;

/**
 * One step of a run.
 *
 * @param name what is tried
 * @param meters how many
 * @param every from a meter's push to its next; zero for as fast as pushes are acknowledged
 * @param telegramsAPush how many telegrams go together
 * @param time how long it is measured
 * @param heapMegabytes of gateway, ingest and history; 0 for that of the shipped flags
 * @param edge whether the meters' clocks cross the edge of a quarter hour in the middle
 */
record Plan(
        String name, int meters, Duration every, int telegramsAPush, Duration time, int heapMegabytes, boolean edge) {
    private static final int FEW = 1_000;
    private static final int MANY = 10_000;

    /** Meters at a reading each so often, the longer the more they are. */
    static Plan steady(int meters, Duration every, Duration time) {
        return new Plan("steady", meters, every, 1, time, heapMegabytes(meters), false);
    }

    /** As fast as they are acknowledged. */
    static Plan fast(int meters, int telegramsAPush, Duration time) {
        return new Plan(
                "as fast as acknowledged", meters, Duration.ZERO, telegramsAPush, time, heapMegabytes(meters), false);
    }

    /** Across the edge of a quarter hour, which comes in the middle. */
    static Plan edge(int meters, Duration every, Duration time) {
        return new Plan("edge of a quarter hour", meters, every, 1, time, heapMegabytes(meters), true);
    }

    /** How often each number of meters speaks unless it is said: some hundred telegrams a second in all. */
    static Duration usualEvery(int meters) {
        if (meters <= 100) {
            return Duration.ofSeconds(1);
        }
        return Duration.ofSeconds(meters <= FEW ? 10 : meters <= MANY ? 60 : 900);
    }

    /** What is needed: docs/scaling.md says what happens with less. */
    static int heapMegabytes(int meters) {
        return Integer.getInteger("sem.scaling.heap", meters <= FEW ? 0 : meters <= MANY ? 640 : 5120);
    }

    /** Seconds of a meter's time from a telegram to its next. */
    int stepSeconds() {
        return Math.max(1, (int) every.toSeconds());
    }

    boolean isFast() {
        return every.isZero();
    }
}
