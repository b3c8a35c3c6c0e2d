package energy.sem.base;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.jboss.logging.Logger;

/**
 * The readers that history follows, for a service that has no Kafka: asked each few seconds, on a thread of its own; while
 * nothing has changed history answers in no bytes. What it said last holds while it is away, or no longer takes the key.
 * Thread-safe.
 */
public final class ReadersOfHistory implements KeptReaders, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(ReadersOfHistory.class);
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST_BYTES = 4 << 20;
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    /** Lenient: a newer history may say more. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final URI readers;
    private final String key;
    private final Duration every;
    private final Thread thread = new Thread(this::follow, "readers");
    private volatile List<KeptReader> now = List.of();
    private volatile boolean known;
    private volatile boolean closed;
    // Of its thread.
    private String tag;
    private String complained;

    /**
     * @param history its address, with or without a slash at its end
     * @param key a read key of it that opens all meters; empty for none
     */
    public ReadersOfHistory(URI history, String key) {
        this(history, key, EVERY);
    }

    ReadersOfHistory(URI history, String key, Duration every) {
        this.readers = URI.create(history.toString().replaceAll("/+$", "") + "/api/v1/readers");
        this.key = key;
        this.every = every;
    }

    /** What history answers. */
    private record Answer(List<KeptReader> readers) {}

    /** Begins; waits for nothing. */
    public void start() {
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public List<KeptReader> now() {
        return now;
    }

    @Override
    public boolean isKnown() {
        return known;
    }

    private void follow() {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build();
        try {
            while (!closed) {
                try {
                    ask(http);
                    complained = null;
                } catch (IOException e) {
                    complain(e.getMessage());
                } catch (RuntimeException e) {
                    // Whatever it is, it is asked on. Its words are not said: they may quote the key.
                    complain("asking failed: " + e.getClass().getSimpleName());
                }
                Thread.sleep(every.toMillis());
            }
        } catch (InterruptedException e) {
            LOG.debug("stops asking who may read");
        }
    }

    private void ask(HttpClient http) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(readers);
        if (!key.isEmpty()) {
            request.header("X-API-Key", key);
        }
        if (tag != null) {
            request.header("If-None-Match", tag);
        }
        CompletableFuture<HttpResponse<byte[]>> asked =
                http.sendAsync(request.build(), response -> new LimitedBody(MOST_BYTES));
        try {
            take(asked.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            throw new IOException("it did not answer within " + PATIENCE.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw new IOException("it gave no answer: " + e.getCause(), e);
        } finally {
            asked.cancel(true);
        }
    }

    private void take(HttpResponse<byte[]> answer) throws IOException {
        int status = answer.statusCode();
        if (status == OK) {
            Answer read = JSON.readValue(answer.body(), Answer.class);
            if (read == null || read.readers() == null || read.readers().contains(null)) {
                throw new IOException("it answered something else than readers");
            }
            now = List.copyOf(read.readers());
            tag = answer.headers().firstValue("ETag").orElse(null);
        } else if (status == NOT_FOUND) {
            // One that is older than readers are.
            now = List.of();
            tag = null;
        } else if (status == UNAUTHORIZED || status == FORBIDDEN) {
            // It will not say, however long it is asked: as before there were readers, who the settings let in reads.
            known = true;
            throw new IOException("it answered " + status + ": sem.history.key must be one of its sem.read-keys, a"
                    + " reader's key is not enough. Those whom it administers later cannot read here");
        } else if (status != NOT_MODIFIED) {
            throw new IOException("it answered " + status);
        }
        known = true;
    }

    private void complain(String how) {
        if (!how.equals(complained)) {
            // Not its authority, which may have a password.
            LOG.warnf(
                    "history at %s%s does not say who may read, and is asked on: %s",
                    readers.getHost(), readers.getPort() < 0 ? "" : ":" + readers.getPort(), how);
            complained = how;
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
