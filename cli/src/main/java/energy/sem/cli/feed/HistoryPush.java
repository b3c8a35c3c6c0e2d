package energy.sem.cli.feed;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.LongConsumer;

import energy.sem.cli.StartFailure;

/**
 * Pushes telegrams to the gateway in order, in bodies just under its limit. While one body is under way the next is
 * made, and no more: so each meter stays in order.
 */
public final class HistoryPush {
    /** The gateway takes 1 MiB. */
    private static final int BODY_LIMIT = 1_000_000;

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int ATTEMPTS = 20;
    private static final int TOO_BUSY = 503;
    private static final int TOO_FAST = 429;
    private static final int ACCEPTED = 202;

    private final HttpClient http;
    private final URI telegrams;
    private final String key;
    private final LongConsumer progress;

    private ByteArrayOutputStream body = new ByteArrayOutputStream(BODY_LIMIT);
    private long telegramsInBody;
    private CompletableFuture<HttpResponse<String>> underWay;
    private HttpRequest requestUnderWay;
    private long telegramsUnderWay;

    /**
     * A push to one meter.
     *
     * @param gateway where the gateway answers
     * @param progress told of each number of telegrams that the gateway holds safely
     */
    public HistoryPush(HttpClient http, URI gateway, String meter, String key, LongConsumer progress) {
        this.http = http;
        this.telegrams = gateway.resolve("/api/v1/meters/" + meter + "/telegrams");
        this.key = key;
        this.progress = progress;
    }

    /**
     * Adds a telegram; sends when a body is full.
     *
     * @throws StartFailure when the gateway does not take one
     */
    public void add(byte[] telegram) throws InterruptedException {
        if (body.size() + telegram.length > BODY_LIMIT) {
            send();
        }
        body.write(telegram, 0, telegram.length);
        telegramsInBody++;
    }

    /** Sends what is left and returns when the gateway holds all of it safely. */
    public void finish() throws InterruptedException {
        if (telegramsInBody > 0) {
            send();
        }
        settle();
    }

    private void send() throws InterruptedException {
        settle();
        requestUnderWay = HttpRequest.newBuilder(telegrams)
                .timeout(PATIENCE)
                .header("Content-Type", "text/plain")
                .header("X-API-Key", key)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build();
        underWay = http.sendAsync(requestUnderWay, HttpResponse.BodyHandlers.ofString());
        telegramsUnderWay = telegramsInBody;
        body = new ByteArrayOutputStream(BODY_LIMIT);
        telegramsInBody = 0;
    }

    private void settle() throws InterruptedException {
        if (underWay == null) {
            return;
        }
        HttpResponse<String> answer = answer();
        for (int attempt = 1; mustWait(answer) && attempt < ATTEMPTS; attempt++) {
            long pauseS = answer.headers().firstValueAsLong("Retry-After").orElse(1);
            Pause.until(Instant.now().plusSeconds(pauseS));
            underWay = http.sendAsync(requestUnderWay, HttpResponse.BodyHandlers.ofString());
            answer = answer();
        }
        underWay = null;
        // A 202 lists what was refused; telegrams made here are all right, so any refusal is a fault.
        if (answer.statusCode() != ACCEPTED || !answer.body().replace(" ", "").contains("\"rejected\":[]")) {
            throw new StartFailure(
                    "the gateway did not take the simulated history: " + answer.statusCode() + " " + answer.body());
        }
        progress.accept(telegramsUnderWay);
    }

    private static boolean mustWait(HttpResponse<String> answer) {
        return answer.statusCode() == TOO_BUSY || answer.statusCode() == TOO_FAST;
    }

    private HttpResponse<String> answer() throws InterruptedException {
        try {
            return underWay.get();
        } catch (ExecutionException e) {
            throw new StartFailure(
                    "the gateway did not answer while it was sent the simulated history: " + e.getCause(), e);
        }
    }
}
