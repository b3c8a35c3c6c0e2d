package energy.sem.release;

import java.util.concurrent.atomic.AtomicLong;

/** What the classes call that {@link Agent} changed. Thread-safe. */
public final class Order {
    private static final AtomicLong SEED = new AtomicLong();

    private Order() {}

    /**
     * Runs a task that a build step hands to the build's only thread, on which it is itself, and says so. The steps themselves
     * wait for their turn.
     */
    public static boolean runsAtOnce(Runnable task) {
        boolean inStep = Thread.currentThread().getName().startsWith("build-")
                && !task.getClass().getName().startsWith("io.quarkus.builder.");
        if (inStep) {
            task.run();
        }
        return inStep;
    }

    /** The next seed: 1, 2, 3 … */
    public static long seed() {
        return SEED.incrementAndGet();
    }
}
