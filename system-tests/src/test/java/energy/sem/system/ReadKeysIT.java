package energy.sem.system;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code ./sem up} where reading takes a key: its own parts have it, a household's reader sees its home and nobody else anything. */
class ReadKeysIT {
    private static final String ALL = "a-key-of-whoever-runs-it";
    private static final String ELS = "a-key-of-one-household";

    @TempDir
    private Path data;

    @Test
    void everything_runs_and_each_key_opens_what_it_is_for() throws Exception {
        int base = RunningSem.freePortBase();
        Map<String, String> keys = Map.of(
                "SEM_READ_KEYS", ALL + ",another", "SEM_READERS_ELS_KEY", ELS, "SEM_READERS_ELS_METERS", "elshome");
        try (RunningSem sem =
                RunningSem.start(base, data, keys, RunningSem.up(base, data)).awaitReady()) {
            Awaitility.await("the screen says how the meter is")
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> sem.output().contains("  home: "));
            URI picture = sem.display("/display/home/day/0.png?key=" + ALL);
            Awaitility.await("a picture").atMost(Duration.ofMinutes(2)).untilAsserted(() -> assertThat(
                            Http.get(picture).headers().firstValue("X-Feed-Status"))
                    .contains("ok"));

            assertThat(Http.get(sem.display("/display/home/day/0.png")).statusCode())
                    .isEqualTo(401);
            assertThat(Http.get(sem.history("/api/v1/meters")).statusCode()).isEqualTo(401);
            assertThat(Http.get(sem.history("/get-esp-data.php?selector=0&meter=home&key=" + ALL))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(Http.get(sem.history("/get-esp-data.php?selector=0&meter=home&key=" + ELS))
                            .statusCode())
                    .isEqualTo(404);
            assertThat(sem.output()).doesNotContain(ALL).doesNotContain(ELS);

            String eva = Http.json(administer(sem, "PUT", "{\"meters\":[\"home\"]}"), 201)
                    .path("key")
                    .asText();
            URI original = sem.history("/get-esp-data.php?selector=0&meter=home&key=" + eva);
            URI evasPicture = sem.display("/display/home/day/0.png?key=" + eva);
            awaitStatus(original, 200);
            awaitStatus(evasPicture, 200);

            assertThat(administer(sem, "DELETE", "").statusCode()).isEqualTo(204);
            awaitStatus(original, 403);
            awaitStatus(evasPicture, 403);
            assertThat(sem.output()).doesNotContain(eva);
        }
    }

    private static void awaitStatus(URI address, int status) {
        Awaitility.await(address.getPath() + " answers " + status)
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(Http.get(address).statusCode()).isEqualTo(status));
    }

    /** As an administrator, of a reader that no setting knows. */
    private HttpResponse<byte[]> administer(RunningSem sem, String method, String body) throws Exception {
        String key = Files.readString(data.resolve("admin-key")).strip();
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(sem.gateway("/api/v1/admin/readers/eva"))
                                .method(method, HttpRequest.BodyPublishers.ofString(body))
                                .header("X-API-Key", key)
                                .header("Content-Type", "application/json")
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
    }
}
