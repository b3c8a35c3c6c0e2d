package energy.sem.system;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Requests as a user makes them. */
public final class Http {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Http() {}

    public static HttpResponse<byte[]> get(URI uri) throws IOException, InterruptedException {
        return CLIENT.send(request(uri).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    public static HttpResponse<byte[]> send(String method, URI uri) throws IOException, InterruptedException {
        return CLIENT.send(
                request(uri).method(method, HttpRequest.BodyPublishers.noBody()).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    public static HttpResponse<byte[]> post(URI uri, String key, byte[] telegrams)
            throws IOException, InterruptedException {
        return post(uri, key, telegrams, PATIENCE);
    }

    public static HttpResponse<byte[]> post(URI uri, String key, byte[] telegrams, Duration patience)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(uri).timeout(patience).header("Content-Type", "text/plain");
        if (key != null) {
            request.header("X-API-Key", key);
        }
        return CLIENT.send(
                request.POST(HttpRequest.BodyPublishers.ofByteArray(telegrams)).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    /** The answer's JSON, which must have this status. */
    public static JsonNode json(HttpResponse<byte[]> answer, int status) throws IOException {
        assertThat(answer.statusCode())
                .as(new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    public static JsonNode json(URI uri) throws IOException, InterruptedException {
        return json(get(uri), 200);
    }

    /** The problem+json's detail, which must have this status. */
    public static String problem(HttpResponse<byte[]> answer, int status) throws IOException {
        JsonNode problem = json(answer, status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("detail").asText()).isNotBlank();
        return problem.path("detail").asText();
    }

    private static HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri).timeout(PATIENCE);
    }
}
