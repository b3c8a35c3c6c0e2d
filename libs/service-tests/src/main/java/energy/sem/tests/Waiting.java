package energy.sem.tests;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/**
 * How long a test waits for what a process, a broker or a database does in its own time. Awaitility's ten seconds are less than
 * a service needs to start where other tests keep both cores busy; what becomes true sooner is still seen at once.
 */
public final class Waiting {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private Waiting() {}

    /** A condition that fails when it has not become true within a minute. */
    public static ConditionFactory await() {
        return Awaitility.await().atMost(PATIENCE);
    }
}
