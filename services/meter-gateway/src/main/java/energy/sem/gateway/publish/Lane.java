package energy.sem.gateway.publish;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import energy.sem.event.Topics;
import energy.sem.gateway.backlog.Backlog;

/**
 * One meter's way to Kafka. As long as all goes well, events are sent at once. With the first that fails, it and all that
 * were sent after it go to the backlog, and all that come go behind them, until the {@link Forwarder} has sent the whole
 * backlog: so the meter's events stay in order. What Kafka had already taken is then sent a second time. Thread-safe.
 */
final class Lane {
    private final String meter;
    private final KafkaRecords kafka;
    private final Backlog backlog;
    private final Runnable fellBehind;
    private final Deque<Sent> inFlight = new ArrayDeque<>();
    private boolean behind;

    /**
     * @param fellBehind called when there is a backlog to forward
     * @param behind whether there is one already
     */
    Lane(String meter, KafkaRecords kafka, Backlog backlog, Runnable fellBehind, boolean behind) {
        this.meter = meter;
        this.kafka = kafka;
        this.backlog = backlog;
        this.fellBehind = fellBehind;
        this.behind = behind;
    }

    private static final class Sent {
        private final byte[] event;
        private final CompletableFuture<Void> safe = new CompletableFuture<>();
        private boolean acknowledged;

        Sent(byte[] event) {
            this.event = event;
        }
    }

    /** The meter. */
    String meter() {
        return meter;
    }

    /** Takes an event; done when it is safe in Kafka or on the disk. */
    synchronized CompletableFuture<Void> put(byte[] event) {
        if (behind) {
            // With a broken disk, a telegram out of order is better than none.
            return backlog.append(meter, List.of(event)).exceptionallyCompose(failure -> send(event));
        }
        Sent sent = new Sent(event);
        inFlight.addLast(sent);
        var unused = send(event).whenComplete((nothing, failure) -> settled(sent, failure));
        return sent.safe;
    }

    private CompletableFuture<Void> send(byte[] event) {
        return kafka.send(Topics.TELEGRAMS, meter, event, List.of());
    }

    private void settled(Sent sent, Throwable failure) {
        if (failure == null) {
            acknowledged(sent);
            sent.safe.complete(null);
        } else {
            fallBehind(sent);
        }
    }

    // An acknowledged one stays remembered until all before it are: if one of those fails, it is sent again after it.
    private synchronized void acknowledged(Sent sent) {
        sent.acknowledged = true;
        while (!inFlight.isEmpty() && inFlight.getFirst().acknowledged) {
            inFlight.removeFirst();
        }
    }

    private void fallBehind(Sent failed) {
        List<Sent> moved;
        CompletableFuture<Void> stored;
        synchronized (this) {
            if (!inFlight.contains(failed)) {
                // It went to the backlog with one before it.
                return;
            }
            behind = true;
            moved = new ArrayList<>(inFlight);
            inFlight.clear();
            stored =
                    backlog.append(meter, moved.stream().map(sent -> sent.event).toList());
        }
        var unused = stored.whenComplete((nothing, failure) -> {
            for (Sent sent : moved) {
                if (failure == null) {
                    sent.safe.complete(null);
                } else {
                    sent.safe.completeExceptionally(
                            new NotSafeException("neither Kafka nor the disk took the telegram", failure));
                }
            }
        });
        fellBehind.run();
    }

    /** Whether the meter's events go to the backlog. */
    synchronized boolean isBehind() {
        return behind;
    }

    /** Sends to Kafka at once again if nothing waits on disk. */
    synchronized void catchUp() {
        behind = !backlog.isEmpty(meter);
    }
}
