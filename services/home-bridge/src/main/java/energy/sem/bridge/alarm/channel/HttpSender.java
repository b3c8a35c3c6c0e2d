package energy.sem.bridge.alarm.channel;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Posts a body and says in words what came of it. Follows no redirect, reads no answer, waits ten seconds. Thread-safe. */
final class HttpSender {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient client;
    private final Duration patience;

    HttpSender() {
        this(PATIENCE);
    }

    HttpSender(Duration patience) {
        this.patience = patience;
        client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(patience)
                .build();
    }

    /** A request to complete; malformed addresses have been refused at the start. */
    HttpRequest.Builder to(URI address) {
        return HttpRequest.newBuilder(address)
                .timeout(patience)
                .header("Content-Type", "application/json")
                .header("User-Agent", "SEM");
    }

    Outcome send(HttpRequest request) throws InterruptedException {
        // The timeout of a request ends with the head of its answer.
        CompletableFuture<HttpResponse<Void>> answer =
                client.sendAsync(request, HttpResponse.BodyHandlers.discarding());
        try {
            return of(answer.get(patience.toMillis() + 500, TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Outcome.later("it did not answer within " + patience.toSeconds() + " s");
        } catch (ExecutionException e) {
            return of(e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    private Outcome of(Throwable failure) {
        if (failure instanceof HttpTimeoutException) {
            return Outcome.later("it did not answer within " + patience.toSeconds() + " s");
        }
        // The class says what a message of the JDK often does not, and neither has a path, a token or a body.
        return failure instanceof IOException
                ? Outcome.later("it cannot be reached (" + failure.getClass().getSimpleName() + ")")
                : Outcome.later("it could not be asked (" + failure.getClass().getSimpleName() + ")");
    }

    private static Outcome of(HttpResponse<Void> answer) {
        int status = answer.statusCode();
        if (status >= 200 && status < 300) {
            return Outcome.sent("it answered " + status);
        }
        if (status >= 300 && status < 400) {
            return Outcome.refused(
                    "it redirects (" + status + "), which is not followed: set the address that it redirects to");
        }
        if (status == 401 || status == 403) {
            return Outcome.refused("it answered " + status + ": the token is wrong, or may not write there");
        }
        if (status == 429 || status >= 500 || status == 408) {
            return new Outcome(Outcome.Result.LATER, "it answered " + status, retryAfter(answer));
        }
        return Outcome.refused("it answered " + status + ": is the address right?");
    }

    private static Duration retryAfter(HttpResponse<Void> answer) {
        return answer.headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("[0-9]{1,5}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .orElse(null);
    }
}
