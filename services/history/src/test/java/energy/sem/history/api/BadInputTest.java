package energy.sem.history.api;

import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever is put into any parameter that the OpenAPI document lists, the answer is one that it lists too. */
@QuarkusTest
class BadInputTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final List<String> VALUES = List.of(
            "",
            " ",
            "0",
            "-1",
            "1e9",
            "NaN",
            "null",
            "99999999999999999999",
            "-2147483648",
            "2147483648",
            "' OR '1'='1",
            "x'; DROP TABLE meter; --",
            "home\" UNION SELECT 1",
            "../../etc/passwd",
            "<script>alert(1)</script>",
            "\u0000",
            "\r\nX-Injected: yes",
            "\uD83D\uDD0C\u202E",
            "%s%n${jndi:ldap://x}",
            "a".repeat(3000),
            "2026-02-30",
            "2026-13-01T00:00:00+01:00",
            "-999999999-01-01",
            "+999999999-12-31T23:59:59Z",
            "9999-12-31",
            "0001-01-01",
            "P1000000000Y",
            "+18:00",
            "GMT+99",
            "Europe/Brussels/../London");

    @TestHTTPResource
    URI root;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void meter() throws SQLException {
        SampleMeters.write("asked", false, 2);
    }

    @Test
    void every_parameter_takes_every_value_without_a_fault() throws Exception {
        JsonNode paths = MAPPER.readTree(get("/q/openapi?format=json").body()).get("paths");
        SoftAssertions all = new SoftAssertions();
        int asked = 0;
        for (String path : (Iterable<String>) paths::fieldNames) {
            for (JsonNode parameter : parameters(paths.get(path))) {
                for (String value : VALUES) {
                    check(
                            all,
                            address(path, parameter, value),
                            paths.at("/" + path.replace("/", "~1") + "/get/responses"));
                    asked++;
                }
            }
        }
        all.assertAll();
        assertThat(asked).as("parameters times values").isGreaterThan(30 * VALUES.size());
    }

    @Test
    void an_address_longer_than_any_is_refused() throws Exception {
        assertThat(get("/api/v1/meters/" + "a".repeat(20_000) + "/latest").statusCode())
                .isEqualTo(414);
    }

    private void check(SoftAssertions all, String address, JsonNode documented) throws Exception {
        HttpResponse<InputStream> response = get(address);
        try (InputStream body = response.body()) {
            String shown = address.substring(0, Math.min(200, address.length()));
            // Nothing is said of a guard while no telegram comes, and when to ask again.
            boolean nothingNow = address.contains("/guard") && response.statusCode() == 503;
            all.assertThat(nothingNow ? 200 : response.statusCode()).as(shown).isLessThan(500);
            all.assertThat(documented.path(Integer.toString(response.statusCode())))
                    .as("the document says that it may answer %d: %s", response.statusCode(), shown)
                    .isNotEmpty();
            all.assertThat(response.headers().map()).as(shown).doesNotContainKey("x-injected");
            if (response.statusCode() >= 400) {
                all.assertThat(response.headers().firstValue("Content-Type").orElse(""))
                        .as(shown)
                        .startsWith("application/problem+json");
                all.assertThat(MAPPER.readTree(body).path("detail").asText())
                        .as(shown)
                        .isNotEmpty();
            }
        }
    }

    /** The path with one parameter's value and, of the others, what is needed for an answer. */
    private static String address(String path, JsonNode parameter, String value) {
        String name = parameter.get("name").asText();
        boolean inPath = parameter.get("in").asText().equals("path");
        String filled = path.replace("{" + name + "}", inPath ? encoded(value) : "{" + name + "}")
                .replace("{meter}", "asked")
                .replace("{group}", "documented")
                .replace("{view}", "day");
        boolean ofRange = path.matches(".*/(history|readings|events)");
        if (inPath) {
            return filled + (ofRange ? RANGE : "");
        }
        String others = ofRange ? RANGE.replaceAll("[?&]" + name + "=[^&]*", "").replaceFirst("^[?&]", "") : "";
        return filled + "?" + name + "=" + encoded(value) + (others.isEmpty() ? "" : "&" + others);
    }

    private static final String RANGE = "?from=2026-01-01&to=2026-01-02";

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static List<JsonNode> parameters(JsonNode path) {
        List<JsonNode> parameters = new ArrayList<>();
        path.path("parameters").forEach(parameters::add);
        path.path("get").path("parameters").forEach(parameters::add);
        return parameters;
    }

    private HttpResponse<InputStream> get(String address) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(root.toString().replaceAll("/$", "") + address))
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
    }
}
