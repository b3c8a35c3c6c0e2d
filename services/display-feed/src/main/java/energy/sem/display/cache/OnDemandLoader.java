package energy.sem.display.cache;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import energy.sem.display.history.HistoryFailure;

/**
 * Fetches views that devices wait for: each once, however many wait, by a few threads of its own, and waited for no longer
 * than the patience. Thread-safe.
 */
final class OnDemandLoader implements Executor {
    private static final int THREADS = 2;
    private static final int MOST_WAITING = 200;

    private final ViewLoader loader;
    private final Refresher refresher;
    private final long patienceMillis;
    private final ThreadPoolExecutor threads;
    private final ConcurrentMap<ViewKey, CompletableFuture<ViewKey>> fetching = new ConcurrentHashMap<>();

    OnDemandLoader(ViewLoader loader, Refresher refresher, long patienceMillis) {
        this.loader = loader;
        this.refresher = refresher;
        this.patienceMillis = patienceMillis;
        threads = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                10,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST_WAITING),
                Threads.named("on-demand"));
        threads.allowCoreThreadTimeOut(true);
    }

    /** Completes with the key under which the view then is in the cache, as {@link ViewLoader#fetch} says. */
    CompletionStage<ViewKey> fetch(ViewKey key) {
        CompletableFuture<ViewKey> fetch = fetching.computeIfAbsent(key, this::start);
        if (fetch.isDone()) {
            fetching.remove(key, fetch);
        }
        return fetch.copy().orTimeout(patienceMillis, TimeUnit.MILLISECONDS);
    }

    private CompletableFuture<ViewKey> start(ViewKey key) {
        CompletableFuture<ViewKey> done = new CompletableFuture<>();
        try {
            threads.execute(() -> {
                try {
                    HistoryState now = refresher.known();
                    done.complete(loader.fetch(
                            now.meters().orElseThrow(), now.meter(key.meter()).orElseThrow(), key, refresher.today()));
                } catch (HistoryFailure | RuntimeException e) {
                    done.completeExceptionally(e);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    done.completeExceptionally(e);
                } finally {
                    fetching.remove(key, done);
                }
            });
        } catch (RejectedExecutionException e) {
            done.completeExceptionally(e);
        }
        return done;
    }

    @Override
    public void execute(Runnable task) {
        try {
            threads.execute(task);
        } catch (RejectedExecutionException e) {
            // So many wait that drawing here is better than leaving one device without an answer.
            task.run();
        }
    }

    void close() {
        threads.shutdownNow();
    }
}
