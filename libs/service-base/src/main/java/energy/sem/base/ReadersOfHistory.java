package energy.sem.base;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.jboss.logging.Logger;

/**
 * The readers that history follows, for a service that has no Kafka: asked each few seconds, on a thread of its own; while nothing
 * has changed history answers in no bytes. What it said last holds while it is away. Thread-safe.
 */
public final class ReadersOfHistory implements KeptReaders, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(ReadersOfHistory.class);
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final int NOT_FOUND = 404;

    /** Lenient: a newer history may say more. */
    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

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
        CompletableFuture<HttpResponse<byte[]>> asked = http.sendAsync(request.build(), BodyHandlers.ofByteArray());
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
            if (read.readers() == null) {
                throw new IOException("it answered something else than readers");
            }
            now = List.copyOf(read.readers());
            tag = answer.headers().firstValue("ETag").orElse(null);
        } else if (status == NOT_FOUND) {
            // One that is older than readers are.
            now = List.of();
        } else if (status != NOT_MODIFIED) {
            throw new IOException("it answered " + status
                    + (status == 401 || status == 403 ? ": sem.history.key must be one of its sem.read-keys" : ""));
        }
        known = true;
    }

    private void complain(String how) {
        if (!how.equals(complained)) {
            LOG.warnf("history at %s does not say who may read, and is asked on: %s", readers.getAuthority(), how);
            complained = how;
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
