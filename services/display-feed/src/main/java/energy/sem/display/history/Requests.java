package energy.sem.display.history;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import energy.sem.display.view.Fault;

/**
 * GET requests to history. Each ends within a time that covers everything from the connection to the last byte, so an
 * address that accepts and then keeps silent costs no more than that. Thread-safe.
 */
final class Requests {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    /** A day by quarter hours is 20 kB. */
    private static final int MOST_BYTES = 2_000_000;

    private final HttpClient http;
    private final String base;
    private final String key;
    private final Duration patience;

    /**
     * @param base history's address, with or without a slash at its end
     * @param key history's read key; empty for none
     * @param patience for one whole request
     */
    Requests(URI base, String key, Duration patience) {
        this.base = base.toString().replaceFirst("/+$", "");
        this.key = Objects.requireNonNull(key, "key");
        this.patience = patience;
        this.http = HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .connectTimeout(patience)
                .build();
    }

    /**
     * What is at the path, read as JSON.
     *
     * @throws HistoryFailure for everything but a 200 with JSON of this type
     */
    <T> T get(String path, Class<T> type) throws HistoryFailure, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).header("Accept", "application/json");
        if (!key.isEmpty()) {
            request.header("X-API-Key", key);
        }
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(request.build(), head -> new LimitedBody(MOST_BYTES));
        try {
            return read(path, answer.get(patience.toMillis(), TimeUnit.MILLISECONDS), type);
        } catch (TimeoutException e) {
            throw unreachable(path, "did not answer within " + patience.toMillis() + " ms", e);
        } catch (ExecutionException e) {
            throw unreachable(path, "cannot be reached: " + e.getCause(), e);
        } finally {
            answer.cancel(true);
        }
    }

    private <T> T read(String path, HttpResponse<byte[]> answer, Class<T> type) throws HistoryFailure {
        int status = answer.statusCode();
        if (status == 401 || status == 403) {
            throw new HistoryFailure(
                    Fault.HISTORY_REFUSES,
                    "history answered " + status + ": sem.history.key must be one of its read keys");
        }
        if (status == 404 && path.startsWith(History.METERS + "/")) {
            throw new HistoryFailure(Fault.UNKNOWN_METER, "history answered 404 to " + path);
        }
        if (status != 200) {
            throw unreachable(path, "answered " + status, null);
        }
        try {
            T value = JSON.readValue(answer.body(), type);
            if (value == null) {
                throw unreachable(path, "answered null", null);
            }
            return value;
        } catch (IOException e) {
            throw unreachable(path, "answered something else than the JSON of its contract: " + e.getMessage(), e);
        }
    }

    private HistoryFailure unreachable(String path, String what, Throwable cause) {
        return new HistoryFailure(Fault.HISTORY_UNREACHABLE, base + path + " " + what, cause);
    }
}
