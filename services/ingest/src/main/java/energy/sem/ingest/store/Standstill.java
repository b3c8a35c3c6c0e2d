package energy.sem.ingest.store;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How long records have waited in Kafka and none of them was stored, although Kafka and the database answer: what the service does
 * then it would do for ever. Counted in looks and not by a clock: neither a clock that jumps nor a process that was frozen must
 * seem to stand still. Thread-safe.
 */
@ApplicationScoped
public class Standstill {
    /** How often to look. */
    public static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    /** Beside the linger: as long a fetch waits at the broker with what it has. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** A batch may wait two minutes for the database, and partitions half a minute and more for each other. */
    private static final Duration END = Duration.ofMinutes(5);

    private final Duration linger;
    private Map<Integer, Long> stored = Map.of();
    private long waiting;
    private int looks;

    Standstill(@ConfigProperty(name = "sem.ingest.linger", defaultValue = "PT10S") Duration linger) {
        this.linger = linger;
    }

    /**
     * One look at this replica's partitions of the topic.
     *
     * @param waitingNow how many records are not stored yet
     * @param storedNow the offset up to which they are, by partition
     */
    public synchronized void looked(long waitingNow, Map<Integer, Long> storedNow) {
        boolean moves = waitingNow == 0 || !storedNow.equals(stored);
        looks = moves ? 0 : looks + 1;
        waiting = waitingNow;
        stored = Map.copyOf(storedNow);
    }

    /** Kafka does not say, or the database is what is waited for: that is another trouble. */
    public synchronized void cannotLook() {
        looks = 0;
    }

    /** What stands still, as a clause; empty while that is no longer than a minute and the linger. */
    public synchronized Optional<String> inWords() {
        Duration lasts = LOOK_EVERY.multipliedBy(looks);
        return lasts.compareTo(PATIENCE.plus(linger)) <= 0
                ? Optional.empty()
                : Optional.of("of what waits in Kafka (records: " + waiting + ") nothing was stored for "
                        + lasts.toSeconds() + " s, though Kafka and the database answer");
    }

    /** Whether it has lasted so long that only another start ends it. */
    public synchronized boolean isForGood() {
        return LOOK_EVERY.multipliedBy(looks).compareTo(END.plus(linger)) > 0;
    }
}
