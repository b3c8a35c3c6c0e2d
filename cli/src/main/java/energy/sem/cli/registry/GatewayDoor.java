package energy.sem.cli.registry;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import energy.sem.cli.StartFailure;
import energy.sem.registry.EntryKind;

/** The gateway's door for its administrator. What it refuses is a {@link StartFailure} in its words. */
final class GatewayDoor {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofMinutes(2);
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int FAILURES = 400;
    private static final int CONFLICT = 409;

    private final URI base;
    private final String key;
    private final String path;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();

    /** @param of what is administered */
    GatewayDoor(URI base, String key, EntryKind<?> of) {
        this.base = base;
        this.key = key;
        this.path = "/api/v1/admin/" + of.word() + "s";
    }

    /** All of them. */
    JsonNode list() {
        return json(send(request(path, Map.of()).GET()));
    }

    /**
     * Adds one, or changes one.
     *
     * @param said what is set of it
     * @param query {@code version}, {@code for}
     */
    JsonNode put(String name, Map<String, ?> said, Map<String, String> query) {
        return json(send(request(path + "/" + encoded(name), query)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(JSON.valueToTree(said).toString()))));
    }

    /**
     * Gives one a new key.
     *
     * @param query {@code both}, {@code for}
     */
    JsonNode rotateKey(String name, Map<String, String> query) {
        return json(
                send(request(path + "/" + encoded(name) + "/rotate-key", query).POST(BodyPublishers.noBody())));
    }

    /** Removes one. */
    void remove(String name) {
        send(request(path + "/" + encoded(name), Map.of()).DELETE());
    }

    /** Adds the meters of a file; returns a file with a line for each. */
    String addAll(byte[] csv, Map<String, String> query) {
        return send(request(path, query)
                .header("Content-Type", "text/csv")
                .header("Accept", "text/csv, application/problem+json")
                .POST(BodyPublishers.ofByteArray(csv)));
    }

    private HttpRequest.Builder request(String address, Map<String, String> query) {
        String asked = query.entrySet().stream()
                .map(each -> each.getKey() + "=" + encoded(each.getValue()))
                .sorted()
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(URI.create(
                        base.toString().replaceAll("/+$", "") + address + (asked.isEmpty() ? "" : "?" + asked)))
                .timeout(ANSWER)
                .header("X-API-Key", key);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= FAILURES) {
                throw refused(answer.statusCode(), answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new StartFailure(
                    "the meter-gateway does not answer at " + base + ": does SEM run? --url names another address.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("interrupted", e);
        }
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new StartFailure("what answers there is no meter-gateway of this version.", e);
        }
    }

    private static StartFailure refused(int status, String body) {
        JsonNode answer = JSON.createObjectNode();
        try {
            answer = JSON.readTree(body);
        } catch (IOException e) {
            // Some other server's page: its status is all that it says.
        }
        String detail = answer.path("detail").asText();
        List<String> lines = new ArrayList<>();
        answer.path("faults")
                .forEach(fault -> lines.add("line " + fault.path("line").asLong() + ", meter "
                        + fault.path("meter").asText() + ": "
                        + fault.path("fault").asText()));
        String said = detail.isEmpty() ? "the meter-gateway answered with status " + status + "." : detail;
        if (!lines.isEmpty()) {
            lines.add(0, said);
            lines.add("Mend them, or add the others with --skip-faulty.");
            return new StartFailure(String.join(System.lineSeparator(), lines));
        }
        if (status == CONFLICT && said.contains("?version=")) {
            return new StartFailure(said + " That is --if-version here.");
        }
        boolean ofTheKey = status == UNAUTHORIZED || status == FORBIDDEN;
        return new StartFailure(
                ofTheKey ? said + " --key-file, or SEM_ADMIN_KEY, says sem.admin-key of the meter-gateway." : said);
    }
}
