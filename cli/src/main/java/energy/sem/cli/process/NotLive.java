package energy.sem.cli.process;

import java.util.Optional;

/** Counts how often in a row a service has said that it does not live. Used by one thread. */
final class NotLive {
    /** As many as a cluster waits for. */
    private static final int TIMES = 4;

    private static final int SERVICE_UNAVAILABLE = 503;

    private int times;

    /** It has answered, and what is down in it; empty until it has said so often enough. */
    Optional<String> answered(int status, String health) {
        times = status == SERVICE_UNAVAILABLE ? times + 1 : 0;
        if (times < TIMES) {
            return Optional.empty();
        }
        times = 0;
        return Optional.of(HealthWords.of(health));
    }

    /** It has not answered: it is starting, busy or frozen, which is for somebody else to judge. */
    void saidNothing() {
        times = 0;
    }
}
