package energy.sem.bridge.gateway;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The meter's last valid telegram as it came, of the meter-gateway, which is asked once a second at most. Thread-safe. */
public final class GatewayTelegram {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** No meter says more than one a second. */
    private static final Duration KEPT = Duration.ofSeconds(1);

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final HttpRequest request;
    private final Clock clock;
    private CompletionStage<Optional<byte[]>> newest;
    private Instant askedAt = Instant.MIN;

    /** @param key of who may read at the gateway */
    public GatewayTelegram(URI gateway, String meter, Optional<String> key, Clock clock) {
        this.clock = clock;
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(
                        gateway.toString().replaceFirst("/+$", "") + "/api/v1/meters/" + meter + "/telegram"))
                .timeout(PATIENCE);
        key.ifPresent(value -> builder.header("X-API-Key", value));
        request = builder.build();
    }

    /** The telegram; empty while the gateway does not answer or has none. */
    public synchronized CompletionStage<Optional<byte[]>> get() {
        Instant now = clock.instant();
        if (newest == null || now.isBefore(askedAt) || !now.isBefore(askedAt.plus(KEPT))) {
            askedAt = now;
            newest = ask();
        }
        return newest;
    }

    private CompletionStage<Optional<byte[]>> ask() {
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray())
                .thenApply(answer -> answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.<byte[]>empty())
                .exceptionallyCompose(failure -> CompletableFuture.completedFuture(Optional.empty()));
    }
}
