package energy.sem.gateway.publish;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

import org.jboss.logging.Logger;

import energy.sem.base.LogLimit;
import energy.sem.event.Topics;
import energy.sem.gateway.backlog.Backlog;
import energy.sem.gateway.backlog.StoredEvent;

/**
 * Sends the backlog to Kafka, oldest first for each meter, on a thread of its own. While Kafka is away it tries with one
 * event, after pauses that grow to ten seconds; once that is acknowledged, with many at a time.
 */
final class Forwarder implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Forwarder.class);
    private static final int AT_A_TIME = KafkaRecords.IN_FLIGHT / 4;
    private static final int FIRST_PAUSE_MILLIS = 500;
    private static final int LONGEST_PAUSE_MILLIS = 10_000;
    private static final int STOP_MILLIS = 3_000;

    private final KafkaRecords kafka;
    private final Backlog backlog;
    private final Collection<Lane> lanes;
    private final LogLimit logLimit = new LogLimit(Clock.systemUTC());
    private final Thread thread = new Thread(this::run, "forwarder");
    private boolean closed;
    private boolean awake;
    private volatile boolean kafkaAway;
    private int pauseMillis = FIRST_PAUSE_MILLIS;

    /** @param lanes all there are, now and later */
    Forwarder(KafkaRecords kafka, Backlog backlog, Collection<Lane> lanes) {
        this.kafka = kafka;
        this.backlog = backlog;
        this.lanes = lanes;
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** There is something to forward. */
    synchronized void wake() {
        awake = true;
        notifyAll();
    }

    /** Whether Kafka did not take what was sent last. */
    boolean isKafkaAway() {
        return kafkaAway;
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        // Not interrupted: the JVM closes a file under a thread that is interrupted while it reads, for all who use it.
        try {
            thread.join(STOP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!isClosed()) {
                List<Lane> behind = lanes.stream().filter(Lane::isBehind).toList();
                if (behind.isEmpty()) {
                    sleepUntilWoken();
                } else if (forwardOrSayWhyNot(behind)) {
                    pauseMillis = FIRST_PAUSE_MILLIS;
                } else {
                    pause();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // The disk may fail while it is read, and work again later: nothing else would ever send what waits.
    private boolean forwardOrSayWhyNot(List<Lane> behind) {
        try {
            return forward(behind);
        } catch (RuntimeException e) {
            logLimit.warn(LOG, "fault", () -> "what waits on disk could not be sent, trying on: " + e);
            LOG.debug("what waits on disk could not be sent", e);
            return false;
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private synchronized void sleepUntilWoken() throws InterruptedException {
        while (!awake && !closed) {
            wait();
        }
        awake = false;
    }

    private synchronized void pause() throws InterruptedException {
        long millis = pauseMillis / 2L + ThreadLocalRandom.current().nextInt(pauseMillis / 2);
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        for (long left = millis; left > 0 && !closed; left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())) {
            wait(left);
        }
        pauseMillis = Math.min(pauseMillis * 2, LONGEST_PAUSE_MILLIS);
    }

    /** Sends a part of the backlog; returns whether Kafka took all of that part. */
    private boolean forward(List<Lane> behind) {
        List<Lane> now = kafkaAway ? behind.subList(0, 1) : behind;
        int each = kafkaAway ? 1 : Math.max(1, AT_A_TIME / behind.size());
        List<Part> parts = new ArrayList<>();
        boolean sentAny = false;
        for (Lane lane : now.subList(0, Math.min(now.size(), AT_A_TIME))) {
            List<StoredEvent> events = backlog.oldest(lane.meter(), each);
            if (events.isEmpty()) {
                lane.catchUp();
            } else {
                parts.add(new Part(lane, events));
                sentAny = true;
            }
        }
        boolean all = true;
        for (Part part : parts) {
            all &= part.awaitAndForget();
        }
        if (sentAny) {
            tell(!all);
        }
        return all && (sentAny || now.stream().noneMatch(Lane::isBehind));
    }

    private void tell(boolean away) {
        if (away && !kafkaAway) {
            LOG.warn("Kafka does not take telegrams: they wait on disk");
        }
        if (!away && kafkaAway) {
            LOG.info("Kafka takes telegrams again: sending what waits on disk");
        }
        kafkaAway = away;
    }

    /** Some events of one meter on their way. */
    private final class Part {
        private final Lane lane;
        private final List<StoredEvent> events;
        private final List<CompletableFuture<Void>> sent = new ArrayList<>();

        Part(Lane lane, List<StoredEvent> events) {
            this.lane = lane;
            this.events = events;
            for (StoredEvent stored : events) {
                sent.add(kafka.send(Topics.TELEGRAMS, lane.meter(), stored.event(), List.of()));
            }
        }

        // Up to the first failure only: what follows is sent again behind it.
        boolean awaitAndForget() {
            int acknowledged = 0;
            while (acknowledged < sent.size() && succeeded(sent.get(acknowledged))) {
                acknowledged++;
            }
            if (acknowledged > 0) {
                backlog.removeUpTo(lane.meter(), events.get(acknowledged - 1).sequence());
            }
            return acknowledged == sent.size();
        }

        private boolean succeeded(CompletableFuture<Void> one) {
            try {
                one.join();
                return true;
            } catch (CompletionException e) {
                LOG.debugf(e, "meter %s: not forwarded", lane.meter());
                return false;
            }
        }
    }
}
