package energy.sem.history.store;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

import org.jboss.logging.Logger;

/** What the database is asked for now and then only, and while it is away what it said last. Thread-safe. */
public final class Remembered<T> {
    private static final Logger LOG = Logger.getLogger(Remembered.class);

    private final Duration askedEvery;
    private final Supplier<T> question;
    private Instant askedAt = Instant.EPOCH;
    private T known;

    /**
     * @param askedEvery how often at most
     * @param nothing what is known before it has answered
     * @param question asks it; may throw {@link DatabaseFailure}
     */
    public Remembered(Duration askedEvery, T nothing, Supplier<T> question) {
        this.askedEvery = askedEvery;
        this.known = nothing;
        this.question = question;
    }

    /** What is known. A clock that is set back does not make it older than it is. */
    public synchronized T at(Instant now) {
        if (now.isBefore(askedAt) || askedAt.plus(askedEvery).isBefore(now)) {
            askedAt = now;
            try {
                known = question.get();
            } catch (DatabaseFailure e) {
                LOG.debugf("nothing new is known: %s", e.getMessage());
            }
        }
        return known;
    }
}
