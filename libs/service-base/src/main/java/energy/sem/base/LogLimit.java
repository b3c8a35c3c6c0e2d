package energy.sem.base;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

import org.jboss.logging.Logger;

/** Lets one line a minute and cause through to the log, and says how many were held back. Thread-safe. */
public final class LogLimit {
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Clock clock;
    private final Map<String, Held> held = new HashMap<>();

    public LogLimit(Clock clock) {
        this.clock = clock;
    }

    private static final class Held {
        private Instant until;
        private long lines;
    }

    /**
     * Warns, unless it has warned of the same cause within the last minute.
     *
     * @param cause few of them: each is remembered
     * @param line made only when it is logged
     */
    public void warn(Logger log, String cause, Supplier<String> line) {
        long before;
        synchronized (this) {
            Held of = held.computeIfAbsent(cause, c -> new Held());
            Instant now = clock.instant();
            if (of.until != null && now.isBefore(of.until)) {
                of.lines++;
                return;
            }
            before = of.lines;
            of.until = now.plus(PAUSE);
            of.lines = 0;
        }
        log.warn(before == 0 ? line.get() : line.get() + " (and " + before + " more since the last such line)");
    }
}
