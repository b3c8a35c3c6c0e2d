package energy.sem.gateway.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import energy.sem.event.EventJson;
import energy.sem.gateway.backlog.Waiting;
import energy.sem.gateway.publish.Outbox;

/** Keeps the times of what is put. */
final class OutboxOfTimes implements Outbox {
    final List<Instant> times = new CopyOnWriteArrayList<>();

    @Override
    public CompletableFuture<Void> put(String meter, byte[] event) {
        times.add(timeOf(event));
        return CompletableFuture.completedFuture(null);
    }

    /** An event's time. */
    static Instant timeOf(byte[] event) {
        try {
            return EventJson.read(event).at();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Waiting waiting(String meter) {
        return Waiting.NONE;
    }

    @Override
    public boolean reachesKafka() {
        return true;
    }

    @Override
    public boolean reachesDisk() {
        return true;
    }
}
