package energy.sem.cli.up;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import energy.sem.cli.folder.ReadKey;
import energy.sem.cli.screen.Screen;

/** How the meters are, in the gateway's words, each time that changes. Used by one thread. */
final class MeterStates {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient http;
    private final URI meters;
    private final Screen screen;
    private final Map<String, String> shown = new TreeMap<>();

    MeterStates(HttpClient http, URI gateway, Screen screen) {
        this.http = http;
        this.meters = gateway.resolve("/api/v1/meters");
        this.screen = screen;
    }

    /** Shows each meter whose state is another one than when last shown. */
    void show() throws InterruptedException {
        for (JsonNode meter : read()) {
            String name = meter.path("meter").asText();
            String state = meter.path("state").asText();
            if (!state.equals(shown.put(name, state))) {
                screen.line("  " + name + ": " + meter.path("diagnosis").asText(state));
            }
        }
    }

    private JsonNode read() throws InterruptedException {
        HttpRequest request =
                ReadKey.onto(HttpRequest.newBuilder(meters).timeout(PATIENCE)).build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            JsonNode body = answer.statusCode() == 200 ? JSON.readTree(answer.body()) : JSON.createArrayNode();
            return body.isArray() ? body : body.path("meters");
        } catch (IOException e) {
            // A gateway that does not answer now is asked again later; one that has ended is noticed elsewhere.
            return JSON.createArrayNode();
        }
    }
}
