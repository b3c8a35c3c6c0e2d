package energy.sem.history.alarm;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import energy.sem.history.answer.MetersAnswer;

/**
 * The active alarms of home-bridge, which is asked behind the answer's back, each ten seconds at most and only while somebody wants
 * to know; nothing while it does not answer, and where {@code sem.bridge.url} is not set. Thread-safe.
 */
@ApplicationScoped
public class ActiveAlarms {
    private static final Logger LOG = Logger.getLogger(ActiveAlarms.class);
    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** The page asks once a minute: what it sees is at most so old. */
    private static final Duration KEPT = Duration.ofMinutes(3);

    private static final int MOST_BYTES = 200_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Optional<HttpRequest> request;
    private final Clock clock = Clock.systemUTC();
    private HttpClient http;
    private Instant askedAt = Instant.MIN;
    private Instant answeredAt = Instant.MIN;
    private List<MetersAnswer.Alarm> known = List.of();

    ActiveAlarms(
            @ConfigProperty(name = "sem.bridge.url") Optional<String> bridge,
            @ConfigProperty(name = "sem.read-keys") Optional<List<String>> readKeys) {
        request = bridge.map(url -> {
            HttpRequest.Builder builder = HttpRequest.newBuilder(
                            URI.create(url.replaceFirst("/+$", "") + "/api/v1/alarms"))
                    .timeout(PATIENCE);
            readKeys.stream().flatMap(List::stream).findFirst().ifPresent(key -> builder.header("X-API-Key", key));
            return builder.build();
        });
    }

    /** For the answer about all meters: the alarms, as they were told last; empty where nobody tells any. */
    public synchronized Optional<List<MetersAnswer.Alarm>> answer() {
        if (request.isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        if (now.isBefore(askedAt) || askedAt.plus(EVERY).isBefore(now)) {
            askedAt = now;
            ask();
        }
        return answeredAt.plus(KEPT).isBefore(now) ? Optional.empty() : Optional.of(known);
    }

    private void ask() {
        if (http == null) {
            http = HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();
        }
        var unused = http.sendAsync(request.get(), HttpResponse.BodyHandlers.ofByteArray())
                .whenComplete((answer, failure) -> {
                    if (failure != null || answer.statusCode() != 200 || answer.body().length > MOST_BYTES) {
                        LOG.debugf(failure, "home-bridge does not tell its alarms");
                    } else {
                        hear(answer.body());
                    }
                });
    }

    private synchronized void hear(byte[] body) {
        try {
            known = read(JSON.readTree(body));
            answeredAt = clock.instant();
        } catch (IOException e) {
            LOG.warnf("what home-bridge tells of alarms is not as it should be: %s", e.getMessage());
        }
    }

    /** What is not whole is left out. */
    static List<MetersAnswer.Alarm> read(JsonNode answer) {
        List<MetersAnswer.Alarm> alarms = new ArrayList<>();
        for (JsonNode each : answer.path("active")) {
            if (each.path("rule").isTextual() && each.path("title").isTextual()) {
                alarms.add(new MetersAnswer.Alarm(
                        each.path("meter").asText("").isEmpty()
                                ? null
                                : each.path("meter").textValue(),
                        each.path("rule").textValue(),
                        each.path("since").asText(null),
                        each.path("title").textValue(),
                        each.path("message").asText("")));
            }
        }
        return alarms;
    }
}
