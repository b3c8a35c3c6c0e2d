package energy.sem.cli.up;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import energy.sem.cli.StartFailure;
import energy.sem.cli.folder.ReadKey;

/** What {@code ./sem up} asks the history service. Thread-safe. */
final class HistoryApi {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http;
    private final URI meters;

    HistoryApi(HttpClient http, URI history) {
        this.http = http;
        this.meters = history.resolve("/api/v1/meters");
    }

    /** The time of the newest stored reading of a meter; null when there is none. */
    Instant lastReadingAt(String meter) throws InterruptedException {
        try {
            HttpResponse<String> answer = http.send(
                    ReadKey.onto(HttpRequest.newBuilder(meters).timeout(PATIENCE))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new StartFailure(
                        "history does not say which readings it has: " + answer.statusCode() + " " + answer.body());
            }
            for (JsonNode each : JSON.readTree(answer.body()).path("meters")) {
                if (each.path("name").asText().equals(meter) && each.hasNonNull("lastReadingAt")) {
                    return OffsetDateTime.parse(each.path("lastReadingAt").asText())
                            .toInstant();
                }
            }
            return null;
        } catch (IOException e) {
            throw new StartFailure("history does not answer at " + meters + ": " + e, e);
        }
    }
}
