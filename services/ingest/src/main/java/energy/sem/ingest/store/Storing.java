package energy.sem.ingest.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import energy.sem.event.TelegramEvent;
import energy.sem.ingest.retention.Retention;
import energy.sem.ingest.statement.DatabaseFault;

/**
 * Stores events for good: it comes back when every one of them is committed or refused for what it contains, however
 * long the database is away, full, read-only or locked, or its tables have no place for what is right.
 */
@ApplicationScoped
public class Storing {
    private static final Logger LOG = Logger.getLogger(Storing.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    /** Two writers that meet are no trouble; a lock that is held for minutes is. */
    private static final int PATIENT_ATTEMPTS = 3;

    private final BatchTransaction transaction;
    private final Retention retention;
    private final Progress progress;

    Storing(BatchTransaction transaction, Retention retention, Progress progress) {
        this.transaction = transaction;
        this.retention = retention;
        this.progress = progress;
    }

    /**
     * Stores a batch in one transaction, in which Kafka's records are told to be stored up to its end. Events that cannot be stored
     * are found by halving the batch, so they hold up no other; the records are told to be stored when those are elsewhere.
     *
     * @param elsewhere takes each event that cannot be stored
     * @throws BehindException when what comes before the batch in Kafka is not stored: it must be read first, and this batch again
     * @throws InterruptedException when the service stops; what was not committed will be read again
     */
    public void store(Batch batch, Origin origin, Elsewhere elsewhere) throws InterruptedException {
        List<Refused> refused = new ArrayList<>(batch.refused());
        boolean told = store(batch, refused.isEmpty() ? origin : Origin.NONE, refused);
        for (Refused each : refused) {
            elsewhere.take(each);
        }
        if (!told) {
            store(Batch.of(List.of()), origin, refused);
        }
    }

    /** Stores a batch of these events, which are of no topic; gives those that cannot be stored. */
    public List<Refused> store(List<TelegramEvent> events) throws InterruptedException {
        List<Refused> refused = new ArrayList<>();
        store(Batch.of(events), Origin.NONE, refused::add);
        return refused;
    }

    /** Gives whether the origin was told together with the events. */
    private boolean store(Batch batch, Origin origin, List<Refused> refused) throws InterruptedException {
        if (batch.events().isEmpty() && origin.isNone()) {
            return false;
        }
        for (int attempt = 1; ; attempt++) {
            long start = System.nanoTime();
            try {
                StoredBatch stored = transaction.store(batch, origin);
                progress.committed(stored, Duration.ofNanos(System.nanoTime() - start));
                return !origin.isNone();
            } catch (BehindException e) {
                progress.working();
                throw e;
            } catch (BatchTransaction.RoomNeededException e) {
                moveWindow(attempt);
            } catch (RuntimeException e) {
                switch (DatabaseFault.of(e)) {
                    case DATA -> {
                        storeHalves(batch.events(), refused, e);
                        return false;
                    }
                    case CONTENTION -> {
                        progress.retried("contention");
                        if (attempt > PATIENT_ATTEMPTS) {
                            progress.failing(e);
                        }
                        LOG.debugf("another writer was in the way, attempt %d", attempt);
                        Thread.sleep(ThreadLocalRandom.current().nextLong(10, 100));
                    }
                    case SCHEMA -> {
                        progress.retried("schema");
                        progress.failing(e);
                        pause(attempt);
                    }
                    case AWAY -> {
                        progress.retried("away");
                        progress.failing(e);
                        pause(attempt);
                    }
                }
            }
        }
    }

    private void storeHalves(List<TelegramEvent> events, List<Refused> refused, RuntimeException failure)
            throws InterruptedException {
        if (events.size() == 1) {
            refused.add(new Refused(events.get(0), "refused-by-database", Progress.rootMessage(failure)));
            return;
        }
        int middle = events.size() / 2;
        store(Batch.of(events.subList(0, middle)), Origin.NONE, refused);
        store(Batch.of(events.subList(middle, events.size())), Origin.NONE, refused);
    }

    private void moveWindow(int attempt) throws InterruptedException {
        try {
            retention.apply();
        } catch (SQLException | RuntimeException e) {
            // Two that move it on two nodes of a cluster are no trouble either.
            if (DatabaseFault.of(e) == DatabaseFault.CONTENTION && attempt <= PATIENT_ATTEMPTS) {
                progress.retried("contention");
            } else {
                progress.failing(e);
            }
            pause(attempt);
        }
    }

    private static void pause(int attempt) throws InterruptedException {
        long doubling = 100L << Math.min(attempt, 7);
        Thread.sleep(Math.min(LONGEST_PAUSE.toMillis(), doubling));
    }

    /** Where events go that cannot be stored. */
    public interface Elsewhere {
        void take(Refused refused) throws InterruptedException;
    }
}
