package energy.sem.gateway.backlog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jboss.logging.Logger;

/**
 * Events on disk, in order for each meter. What was appended is safe when its future is done: written and fsynced, many
 * at a time. Bounded by size and age: at the bound the oldest of all go, and are counted. Survives kill -9 and power loss
 * (MVStore writes new chunks and never over live ones). Thread-safe.
 */
public final class Backlog implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Backlog.class);
    private static final String FILE = "backlog.mv";

    /** Left free on the disk, so that the store itself can always write what it must. */
    private static final long RESERVE_BYTES = 32L * 1024 * 1024;

    /** An empty backlog's file that is larger is replaced. */
    private static final long SHRINK_BYTES = 8L * 1024 * 1024;

    private final Path folder;
    private final long maxBytes;
    private final Duration maxAge;
    private final Clock clock;
    private final Figures figures = new Figures();
    private final Thread syncer = new Thread(this::syncUntilClosed, "backlog-sync");
    private volatile MVStore store;
    private Queues queues;
    private List<CompletableFuture<Void>> unsynced = new ArrayList<>();
    private boolean removed;
    private boolean closed;

    private Backlog(Path folder, long maxBytes, Duration maxAge, Clock clock) {
        this.folder = folder;
        this.maxBytes = maxBytes;
        this.maxAge = maxAge;
        this.clock = clock;
    }

    /**
     * Opens the backlog in the folder, which is made when absent.
     *
     * @throws BacklogException one line for people: no permission, or another gateway has it open
     */
    public static Backlog open(Path folder, long maxBytes, Duration maxAge, Clock clock) throws BacklogException {
        Backlog backlog = new Backlog(folder, maxBytes, maxAge, clock);
        backlog.openStore();
        backlog.syncer.setDaemon(true);
        backlog.syncer.start();
        return backlog;
    }

    private synchronized void openStore() throws BacklogException {
        MVStore opened = StoreFile.open(folder.resolve(FILE));
        queues = new Queues(opened);
        queues.all().forEach(figures::note);
        // Last: who looks at the figures without the lock sees those of an open store.
        store = opened;
    }

    /**
     * Puts events behind the others of their meter.
     *
     * @return done when they are on the disk for good; failed with a {@link BacklogException} when the disk does not take
     *     them
     */
    public synchronized CompletableFuture<Void> append(String meter, List<byte[]> events) {
        if (closed || !isOpen()) {
            return refused("the disk does not take telegrams at the moment", null);
        }
        try {
            // Of the file, not of its FileStore, which is looked up among all mounts each time.
            if (folder.toFile().getUsableSpace() < RESERVE_BYTES) {
                return refused("the disk is full", null);
            }
            Instant now = clock.instant();
            MeterQueue queue = queues.of(meter);
            events.forEach(event -> queue.add(event, now));
            queues.keepBounds(maxBytes, maxAge, now).forEach((of, lost) -> {
                figures.lost(of, lost);
                figures.note(queues.of(of));
            });
            figures.note(queue);
        } catch (MVStoreException e) {
            return refused("the disk does not take telegrams", e);
        }
        CompletableFuture<Void> safe = new CompletableFuture<>();
        unsynced.add(safe);
        notifyAll();
        return safe;
    }

    private static CompletableFuture<Void> refused(String words, Exception cause) {
        return CompletableFuture.failedFuture(new BacklogException(words, cause));
    }

    /** The oldest events of a meter; none while the disk cannot be read. */
    public synchronized List<StoredEvent> oldest(String meter, int atMost) {
        return isOpen() ? queues.existing(meter).map(q -> q.oldest(atMost)).orElse(List.of()) : List.of();
    }

    /** Forgets a meter's events up to and with that one. */
    public synchronized void removeUpTo(String meter, long sequence) {
        if (isOpen()) {
            MeterQueue queue = queues.of(meter);
            queue.removeUpTo(sequence);
            figures.note(queue);
            removed = true;
            notifyAll();
        }
    }

    /** Whether nothing of the meter waits; false while the disk cannot be read. Waits for nobody. */
    public boolean isEmpty(String meter) {
        return isOpen() && figures.of(meter).telegrams() == 0;
    }

    /** The meters of which something waits. */
    public synchronized Set<String> meters() {
        return isOpen() ? queues.meters() : Set.of();
    }

    /** Whether events can be appended and read. */
    public boolean isOpen() {
        return !store.isClosed();
    }

    /** What of the meter waits; nothing while the disk cannot be read. Waits for nobody. */
    public Waiting waiting(String meter) {
        return figures.of(meter);
    }

    private void syncUntilClosed() {
        try {
            for (List<CompletableFuture<Void>> batch = nextBatch(); batch != null; batch = nextBatch()) {
                sync(batch);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized List<CompletableFuture<Void>> nextBatch() throws InterruptedException {
        while (unsynced.isEmpty() && !removed && !closed) {
            wait();
        }
        if (unsynced.isEmpty() && !removed) {
            return null;
        }
        List<CompletableFuture<Void>> batch = unsynced;
        unsynced = new ArrayList<>();
        removed = false;
        return batch;
    }

    private void sync(List<CompletableFuture<Void>> batch) throws InterruptedException {
        try {
            store.commit();
            // A removal that a power cut undoes is sent again: only what was appended needs the disk's word.
            if (!batch.isEmpty()) {
                store.sync();
            }
            batch.forEach(safe -> safe.complete(null));
            beginAnewWhenEmpty();
        } catch (RuntimeException | IOException | BacklogException e) {
            LOG.errorf("the backlog on disk failed: %s", e.getMessage());
            reopen(batch, new BacklogException("the disk does not take telegrams", e));
        }
    }

    // The store gives space back to itself only; an empty one that has become large is replaced.
    private synchronized void beginAnewWhenEmpty() throws IOException, BacklogException {
        if (unsynced.isEmpty()
                && queues.meters().isEmpty()
                && store.getFileStore().size() > SHRINK_BYTES) {
            store.close();
            Files.delete(folder.resolve(FILE));
            openStore();
        }
    }

    // What was synced is read again; what was not is lost with the store's memory, and is answered so.
    private synchronized void reopen(List<CompletableFuture<Void>> batch, BacklogException reason)
            throws InterruptedException {
        store.closeImmediately();
        figures.forget();
        batch.forEach(safe -> safe.completeExceptionally(reason));
        unsynced.forEach(safe -> safe.completeExceptionally(reason));
        unsynced.clear();
        while (!closed && !isOpen()) {
            try {
                openStore();
                LOG.info("the backlog on disk works again");
            } catch (BacklogException e) {
                wait(Duration.ofSeconds(1).toMillis());
            }
        }
    }

    /** Writes what is unwritten and closes the file. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        try {
            syncer.join(Duration.ofSeconds(5).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (isOpen()) {
            store.close();
        }
    }
}
