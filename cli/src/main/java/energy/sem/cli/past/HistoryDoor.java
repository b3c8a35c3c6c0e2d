package energy.sem.cli.past;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import energy.sem.cli.StartFailure;
import energy.sem.cli.folder.ReadKey;
import energy.sem.cli.process.Service;

/** History's door, as far as a past goes in or out through it. */
public final class HistoryDoor {
    /** The setting that says where history is. */
    static final String URL = "SEM_HISTORY_URL";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final int PIECE = 1 << 16;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    private final URI base;
    private final Key read;
    private final Key importing;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();

    /** One thing that is said beside the file. */
    record Parameter(String name, String value) {}

    /**
     * A key, sent only to what it is for.
     *
     * @param text empty where there is none
     * @param advice what to do when it is refused, or missed
     */
    record Key(Optional<String> text, String advice) {
        static final Key NONE = new Key(Optional.empty(), "");
    }

    /**
     * @param read opens the list of meters and their export
     * @param importing opens imports
     */
    HistoryDoor(URI base, Key read, Key importing) {
        this.base = base;
        this.read = read;
        this.importing = importing;
    }

    /**
     * That of a running SEM, for who only looks.
     *
     * @param keyFile with a read key, or null
     * @throws StartFailure when there is no SEM
     */
    public static HistoryDoor toRead(WhichSem sem, Map<String, String> environment, Path keyFile) {
        boolean given = keyFile != null || ReadKey.in(environment).isPresent();
        Map<String, String> settings = sem.settings(environment, given);
        return new HistoryDoor(
                sem.address(settings, URL, Service.HISTORY),
                new Key(
                        keyFile != null ? Optional.of(WhichSem.keyIn(keyFile)) : ReadKey.in(settings),
                        "Give --key-file FILE with one of SEM_READ_KEYS, or set SEM_HISTORY_KEY to it."),
                Key.NONE);
    }

    /** The names of the meters that history knows. */
    public List<String> meters() {
        JsonNode answer = json(request("/api/v1/meters", read).GET().build(), read);
        List<String> names = new ArrayList<>();
        answer.path("meters").forEach(each -> names.add(each.path("name").asText()));
        return names;
    }

    /** The only one of them; a {@link StartFailure} that asks which when there is none or more. */
    public String onlyMeter() {
        List<String> meters = meters();
        if (meters.size() != 1) {
            throw new StartFailure("which meter? Give --meter NAME"
                    + (meters.isEmpty()
                            ? "; none has been read yet."
                            : ": there is " + String.join(", ", meters) + "."));
        }
        return meters.get(0);
    }

    /**
     * Fetches the whole history of a meter in a form.
     *
     * @throws StartFailure when it is refused, or nothing answers
     * @throws IOException when it breaks off, or the file cannot be written
     */
    void download(String meter, String form, Path file) throws IOException {
        HttpRequest request = request("/api/v1/meters/" + encoded(meter) + "/export?as=" + encoded(form), read)
                .GET()
                .build();
        try {
            HttpResponse<InputStream> answer = opened(request);
            try (InputStream body = answer.body()) {
                if (answer.statusCode() != 200) {
                    throw refused(answer.statusCode(), new String(body.readAllBytes(), StandardCharsets.UTF_8), read);
                }
                copy(body, file);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("interrupted", e);
        }
    }

    /**
     * What a meter's past would have cost under the offers of a file.
     *
     * @param query what is said beside the file, such as {@code ?utility=gas}; may be empty
     * @throws StartFailure when it is refused, or nothing answers
     */
    public JsonNode compare(String meter, byte[] yaml, String query) {
        return json(
                request("/api/v1/meters/" + encoded(meter) + "/bill/comparison" + query, read)
                        .header("Content-Type", "application/yaml")
                        .POST(BodyPublishers.ofByteArray(yaml))
                        .build(),
                read);
    }

    private static void copy(InputStream body, Path file) throws IOException {
        byte[] piece = new byte[PIECE];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int got = next(body, piece); got >= 0; got = next(body, piece)) {
                out.write(piece, 0, got);
            }
        }
    }

    private static int next(InputStream body, byte[] piece) throws IOException {
        try {
            return body.read(piece);
        } catch (IOException e) {
            throw new IOException("the answer broke off", e);
        }
    }

    private HttpResponse<InputStream> opened(HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw away(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /**
     * Sends a file.
     *
     * @param lines hears each line of the answer: {@code step} and {@code share}
     * @return the plan
     * @throws StartFailure when it is refused, or nothing answers
     */
    JsonNode send(String meter, Path file, List<Parameter> parameters, Consumer<JsonNode> lines) {
        String query = parameters.stream()
                .map(each -> each.name() + "=" + encoded(each.value()))
                .collect(Collectors.joining("&", "?", ""));
        try {
            HttpRequest request = request(imports(meter) + query, importing)
                    .header("Accept", "application/x-ndjson")
                    .header("Content-Type", "application/octet-stream")
                    .POST(BodyPublishers.ofFile(file))
                    .build();
            HttpResponse<Stream<String>> answer = http.send(request, BodyHandlers.ofLines());
            try (Stream<String> body = answer.body()) {
                if (answer.statusCode() != 200) {
                    throw refused(answer.statusCode(), body.collect(Collectors.joining("\n")), importing);
                }
                return plan(body.iterator(), lines);
            }
        } catch (IOException | java.io.UncheckedIOException e) {
            throw away(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("interrupted", e);
        }
    }

    private JsonNode plan(Iterator<String> body, Consumer<JsonNode> lines) throws IOException {
        while (body.hasNext()) {
            JsonNode line = JSON.readTree(body.next());
            if (line.has("plan")) {
                return line.get("plan");
            }
            if (line.has("problem")) {
                throw new StartFailure(line.get("problem").path("detail").asText());
            }
            lines.accept(line);
        }
        throw new StartFailure(
                "the answer broke off: whether the file was taken, --list says. Sending it again changes nothing"
                        + " that is there already.");
    }

    /** Those that were done, the newest first. */
    JsonNode list(String meter) {
        return json(request(imports(meter), importing).GET().build(), importing);
    }

    /** Takes one out. */
    void undo(String meter, int number) {
        json(request(imports(meter) + "/" + number, importing).DELETE().build(), importing);
    }

    private static String imports(String meter) {
        return "/api/v1/meters/" + encoded(meter) + "/imports";
    }

    private HttpRequest.Builder request(String path, Key key) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base.toString().replaceAll("/+$", "") + path));
        key.text().ifPresent(each -> request.header("X-API-Key", each));
        return request;
    }

    private JsonNode json(HttpRequest request, Key key) {
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw refused(answer.statusCode(), answer.body(), key);
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw away(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("interrupted", e);
        }
    }

    private static StartFailure refused(int status, String body, Key key) {
        String detail;
        try {
            detail = JSON.readTree(body).path("detail").asText();
        } catch (IOException e) {
            detail = "";
        }
        String said = detail.isEmpty() ? "history answered with status " + status + "." : detail;
        boolean ofTheKey = status == UNAUTHORIZED || status == FORBIDDEN;
        return new StartFailure(ofTheKey ? (said + " " + key.advice()).strip() : said);
    }

    private StartFailure away(Exception e) {
        return new StartFailure(
                "history does not answer at " + base + ": does SEM run? --url names another address.", e);
    }
}
