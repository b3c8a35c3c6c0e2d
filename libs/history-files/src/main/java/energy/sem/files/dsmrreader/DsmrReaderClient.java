package energy.sem.files.dsmrreader;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import energy.sem.files.HistoryFileException;
import energy.sem.files.reading.Json;

/** Asks DSMR-reader's interface, version 2. Follows no redirection, so that the key goes nowhere else. Thread-safe. */
final class DsmrReaderClient {
    private static final int MOST_BYTES = 16 * 1024 * 1024;
    private static final int TRIES = 3;

    private final HttpClient client;
    private final URI base;
    private final String key;
    private final Duration patience;

    /**
     * @param address as a browser has it, with or without {@code /api/v2}
     * @param patience how long one answer may take
     * @throws HistoryFileException if it is no address
     */
    DsmrReaderClient(URI address, String key, Duration patience) throws HistoryFileException {
        if (address.getHost() == null || !("http".equals(address.getScheme()) || "https".equals(address.getScheme()))) {
            throw new HistoryFileException(
                    "The address of DSMR-reader begins with http:// or https:// and names a host.");
        }
        if (key.isBlank() || !key.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new HistoryFileException("The key of DSMR-reader's API has only letters and digits: copy it again.");
        }
        String text = address.toString()
                .replaceFirst("[?#].*$", "")
                .replaceFirst("/+$", "")
                .replaceFirst("/api(/v2)?$", "");
        this.base = URI.create(text + "/api/v2/");
        this.key = key;
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** The answer to a request; tries again where the connection broke. */
    Map<String, Object> get(String path) throws IOException {
        IOException broken = null;
        for (int i = 0; i < TRIES; i++) {
            try {
                return Json.object(new ByteArrayInputStream(body(path)));
            } catch (Json.InvalidJsonException e) {
                throw new HistoryFileException(
                        "What answers at this address is not DSMR-reader's API v2: is the address the right one?", e);
            } catch (HistoryFileException e) {
                throw e;
            } catch (InterruptedIOException e) {
                throw e;
            } catch (IOException e) {
                broken = e;
            }
        }
        throw new HistoryFileException(
                "DSMR-reader cannot be reached, or its answer broke off " + TRIES
                        + " times: is it running, is the address the right one?",
                broken);
    }

    private byte[] body(String path) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                .header("X-AUTHKEY", key)
                .header("Accept", "application/json")
                .timeout(patience)
                .build();
        CompletableFuture<HttpResponse<byte[]>> asked =
                client.sendAsync(request, response -> new BoundedBody(MOST_BYTES));
        HttpResponse<byte[]> response;
        try {
            response = asked.get(2 * patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            asked.cancel(true);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while DSMR-reader was asked");
        } catch (TimeoutException e) {
            asked.cancel(true);
            throw tooSlow(e);
        } catch (ExecutionException e) {
            throw ofCause(e.getCause());
        }
        if (response.statusCode() != 200) {
            throw refused(response.statusCode());
        }
        return response.body();
    }

    private HistoryFileException tooSlow(Exception cause) {
        return new HistoryFileException(
                "DSMR-reader did not answer within " + patience.toSeconds() + " s: try again when it has less to do.",
                cause);
    }

    private IOException ofCause(Throwable cause) {
        if (cause instanceof java.net.http.HttpTimeoutException timeout) {
            return tooSlow(timeout);
        }
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof HistoryFileException known) {
                return known;
            }
        }
        return new IOException("the connection to DSMR-reader broke", cause);
    }

    private static HistoryFileException refused(int status) {
        return new HistoryFileException(
                switch (status) {
                    case 401, 403 ->
                        "DSMR-reader refuses the key (" + status
                                + "): allow the API in its settings and copy the key from there.";
                    case 404 -> "There is no DSMR-reader with API v2 at this address (404).";
                    case 301, 302, 303, 307, 308 ->
                        "DSMR-reader is at another address (" + status
                                + " sends on): give that one, perhaps with https://.";
                    default -> "DSMR-reader answers " + status + ": look into its log, then try again.";
                });
    }
}
