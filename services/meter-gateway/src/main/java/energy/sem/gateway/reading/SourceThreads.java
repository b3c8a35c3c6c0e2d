package energy.sem.gateway.reading;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

import energy.sem.gateway.health.LineState;
import energy.sem.gateway.intake.Intake;
import energy.sem.gateway.intake.IntakeWatch;
import energy.sem.gateway.intake.Intakes;
import energy.sem.gateway.share.SourceShare;

/**
 * Has a thread for each meter whose source is read here, from when there is the meter and it is this gateway's until it no
 * longer is, and ends them before Kafka is closed.
 */
@ApplicationScoped
class SourceThreads implements IntakeWatch {
    // A meter that speaks every second has ended what it was saying by then.
    private static final int LEAVE_MILLIS = 2_000;
    private static final int STOP_MILLIS = 3_000;

    // Reading needs little stack; there may be hundreds.
    private static final long STACK_BYTES = 256 * 1024L;

    private final Intakes intakes;
    private final SourceShare share;
    // The three below, guarded by this.
    private final Set<Intake> known = new HashSet<>();
    private final Map<Intake, Reader> readers = new HashMap<>();
    private boolean stopping;

    private record Reader(SourceReading reading, Thread thread) {
        void leave() {
            if (!reading.leave()) {
                close();
            }
        }

        // Who is interrupted while it hands on what it has read loses that, and perhaps the backlog's file for all.
        void close() {
            if (!reading.stop()) {
                thread.interrupt();
            }
        }

        void stop() {
            reading.stop();
            thread.interrupt();
        }
    }

    SourceThreads(Intakes intakes, SourceShare share) {
        this.intakes = intakes;
        this.share = share;
    }

    // After Reactive Messaging (priority 1000) and the outbox.
    void start(@Observes @Priority(2100) StartupEvent event) {
        intakes.watch(this);
        share.start(this::follow);
    }

    @Override
    public synchronized void began(Intake intake) {
        if (intake.meter().source().isPresent() && !stopping) {
            known.add(intake);
            readOrSayWhoDoes(intake);
        }
    }

    private void readOrSayWhoDoes(Intake intake) {
        if (!share.has(intake.meter())) {
            intake.line(
                    LineState.ELSEWHERE,
                    share.isKnown()
                            ? "another gateway reads it"
                            : "Kafka is asked which gateway reads it, as gateways share their sources");
        } else if (!readers.containsKey(intake)) {
            SourceReading reading =
                    new SourceReading(intake, intake.meter().source().orElseThrow());
            Thread thread = new Thread(null, reading, "meter-" + intake.meter().name(), STACK_BYTES);
            thread.setDaemon(true);
            readers.put(intake, new Reader(reading, thread));
            thread.start();
        }
    }

    // What another one is to read has ended, and is safe, when this returns.
    private synchronized void follow() {
        Map<Intake, Reader> gone = new HashMap<>(readers);
        gone.keySet().removeIf(intake -> share.has(intake.meter()));
        leave(gone.values());
        readers.keySet().removeAll(gone.keySet());
        var unused = CompletableFuture.allOf(
                        gone.keySet().stream().map(SourceThreads::rest).toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, STOP_MILLIS, TimeUnit.MILLISECONDS)
                .exceptionally(failure -> null)
                .join();
        if (!stopping) {
            known.forEach(this::readOrSayWhoDoes);
        }
    }

    private static void leave(Collection<Reader> all) {
        all.forEach(Reader::leave);
        awaitEnd(all, LEAVE_MILLIS);
        all.forEach(Reader::close);
        awaitEnd(all, STOP_MILLIS);
    }

    private static void end(Collection<Reader> all) {
        all.forEach(Reader::stop);
        awaitEnd(all, STOP_MILLIS);
    }

    private static CompletableFuture<Void> rest(Intake intake) {
        return intake.publishRest().safe();
    }

    @Override
    public synchronized void ended(Intake intake) {
        known.remove(intake);
        Reader reader = readers.remove(intake);
        if (reader != null) {
            end(List.of(reader));
        }
    }

    // Before what they have read last is published (600) and the outbox is closed (1000).
    void stop(@Observes @Priority(500) ShutdownEvent event) {
        synchronized (this) {
            stopping = true;
            Map<Intake, Reader> shared = new HashMap<>(readers);
            shared.keySet().removeIf(intake -> !share.isShared(intake.meter()));
            leave(shared.values());
            end(readers.values());
        }
        share.close();
    }

    /** Waits for them; no longer than that for all of them together. */
    private static void awaitEnd(Iterable<Reader> readers, int millis) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        try {
            for (Reader reader : readers) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                // Of a thread that has ended already; 0 would be for ever.
                reader.thread().join(Math.max(left, 1));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
