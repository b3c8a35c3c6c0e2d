package energy.sem.ingest.past;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import energy.sem.files.made.FluviusFiles;
import energy.sem.ingest.kit.Events;
import energy.sem.ingest.store.Storing;
import energy.sem.p1.Register;

/** A meter that is read while something else goes on: how long it takes at most until a reading of it is stored. */
final class LiveWaits {
    private final Storing storing;
    private final Home home;
    private ScheduledExecutorService meter;
    private ScheduledFuture<?> stored;
    private volatile long longestNanos;

    LiveWaits(Storing storing, Home home) {
        this.storing = storing;
        this.home = home;
    }

    /** Stores one reading, always the same, of the moment at which what is known of the household ends. */
    void one() throws InterruptedException {
        int end = home.truth.quarters();
        long began = System.nanoTime();
        storing.store(List.of(Events.at(home.meter, home.truth.edge(end).plusSeconds(1))
                .serial(FluviusFiles.METER)
                .registers(
                        home.truth.at(Register.IMPORT_T1_WH, end),
                        home.truth.at(Register.IMPORT_T2_WH, end),
                        home.truth.at(Register.EXPORT_T1_WH, end),
                        home.truth.at(Register.EXPORT_T2_WH, end))
                .build()));
        longestNanos = Math.max(longestNanos, System.nanoTime() - began);
    }

    /** Goes on storing, ten times a second, until {@link #end}. */
    void begin() {
        longestNanos = 0;
        meter = Executors.newSingleThreadScheduledExecutor();
        stored = meter.scheduleWithFixedDelay(
                () -> {
                    try {
                        one();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                },
                0,
                100,
                TimeUnit.MILLISECONDS);
    }

    /**
     * The longest that one took, also that which was waiting at the end.
     *
     * @throws ExecutionException when one could not be stored
     */
    Duration end() throws InterruptedException, ExecutionException {
        meter.shutdown();
        if (!meter.awaitTermination(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("a live reading still waits");
        }
        if (!stored.isCancelled()) {
            stored.get();
        }
        return Duration.ofNanos(longestNanos);
    }
}
