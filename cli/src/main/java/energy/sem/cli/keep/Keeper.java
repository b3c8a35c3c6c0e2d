package energy.sem.cli.keep;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import energy.sem.cli.folder.Ends;
import energy.sem.local.process.DiskRoom;
import energy.sem.local.process.KeptProcess;

/**
 * Keeps one part running, on a thread of its own, so that none waits for another: when the part has ended, or has said that it
 * cannot go on and was ended, it says why, and starts it again after a pause ({@link Pauses}), for as long as it takes. It never gives up. Each end is written down in the data
 * folder ({@link Ends}).
 */
public final class Keeper implements AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(15);

    private final KeptProcess part;
    private final Path folder;
    private final Consumer<String> screen;
    private final Thread thread;
    private final Pauses pauses;
    private Instant startedAt = Instant.now();
    private Outage outage;

    private Keeper(KeptProcess part, Path folder, Pauses pauses, Consumer<String> screen) {
        this.part = part;
        this.folder = folder;
        this.pauses = pauses;
        this.screen = screen;
        this.thread = new Thread(this::keep, "keeps " + part.name());
        thread.setDaemon(true);
    }

    /**
     * Begins to keep a part that runs.
     *
     * @param folder the data folder: a full disk is a cause that the part may not have been able to write down
     * @param screen takes what is to be said, whole lines
     */
    public static Keeper of(KeptProcess part, Path folder, Consumer<String> screen) {
        return of(part, folder, new Pauses(Pauses.SHORTEST), screen);
    }

    static Keeper of(KeptProcess part, Path folder, Pauses pauses, Consumer<String> screen) {
        Keeper keeper = new Keeper(part, folder, pauses, screen);
        keeper.thread.start();
        return keeper;
    }

    /** Keeps it no longer; a start that is under way is given up. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(STOP_PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void keep() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                look();
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY.toMillis());
            }
        } catch (InterruptedException e) {
            // It is kept no longer.
            Thread.currentThread().interrupt();
        }
    }

    private void look() throws InterruptedException {
        Optional<String> hopeless = part.isAlive() ? part.endIfItCannotGoOn() : Optional.empty();
        if (!part.isAlive()) {
            String cause = hopeless.orElseGet(part::endInWords);
            Ends.add(folder, Instant.now(), part.name(), cause);
            bringBack(cause);
        }
        if (outage != null && part.isAlive() && part.isReady()) {
            screen.accept(outage.over(Instant.now()));
            outage = null;
        }
    }

    private void bringBack(String causeOfEnd) throws InterruptedException {
        String cause = causeOfEnd;
        Duration ran = Duration.between(startedAt, Instant.now());
        while (!part.isAlive()) {
            Instant now = Instant.now();
            outage = outage == null ? new Outage(part.name(), now) : outage;
            Duration pause = pauses.after(ran);
            outage.ended(cause, pause, now).ifPresent(screen);
            await(pause);
            outage.tried();
            startedAt = Instant.now();
            ran = Duration.ZERO;
            try {
                part.restart();
                return;
            } catch (RuntimeException e) {
                // Whatever kept it from starting may go away: room on the disk, a free port, memory.
                DiskRoom disk = DiskRoom.of(folder);
                cause = disk.isFull() ? disk.fullInWords() : e.getMessage();
            }
        }
    }

    /** Waits that long; on a full disk only until there is room again. */
    private void await(Duration pause) throws InterruptedException {
        boolean wasFull = DiskRoom.of(folder).isFull();
        Instant end = Instant.now().plus(pause);
        for (Duration left = pause; !left.isNegative() && !left.isZero(); left = Duration.between(Instant.now(), end)) {
            TimeUnit.MILLISECONDS.sleep(Math.min(left.toMillis() + 1, LOOK_EVERY.toMillis()));
            if (wasFull && !DiskRoom.of(folder).isFull()) {
                pauses.beginAnew();
                return;
            }
        }
    }
}
