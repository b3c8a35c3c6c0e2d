package energy.sem.display.serve;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The OpenAPI document says what the service really answers. */
@QuarkusTest
@WithTestResource(HistoryInTests.class)
class OpenApiTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TestHTTPResource
    URI address;

    private Wire wire;
    private JsonNode schemas;

    @BeforeEach
    void connect() throws Exception {
        wire = new Wire(address.getPort());
        schemas = JSON.readTree(wire.get("/q/openapi?format=json").text()).at("/components/schemas");
    }

    @Test
    void the_document_in_docs_is_the_one_that_is_served() throws Exception {
        String served = wire.get("/q/openapi").text();
        Path committed = Path.of("../../docs/openapi/display-feed.yaml");
        if (Boolean.getBoolean("sem.docs.update")) {
            Files.writeString(committed, served);
        }
        assertThat(served)
                .as("docs/openapi/display-feed.yaml; -Dsem.docs.update=true writes it")
                .isEqualTo(Files.readString(committed));
    }

    @ParameterizedTest
    @CsvSource({
        "/display/day/0.json, View",
        "/display/week/-1.json?utility=gas, View",
        "/display/month/0.json?utility=water&lang=fr, View",
        "/display/year/-9.json, View",
        "/display/nobody/day/0.json, View",
        "/display/status, FeedState",
        "/display/panels, Panels",
        "/api/v1/version, Version"
    })
    void an_answer_has_the_fields_that_the_document_says(String target, String schema) throws Exception {
        fits(schemas.get(schema), JSON.readTree(wire.get(target).text()), target);
    }

    private void fits(JsonNode said, JsonNode value, String where) {
        JsonNode schema =
                said.has("$ref") ? schemas.get(said.get("$ref").asText().replaceFirst(".*/", "")) : said;
        for (JsonNode name : schema.path("required")) {
            assertThat(value.has(name.asText()))
                    .as(where + " always has " + name)
                    .isTrue();
        }
        if (schema.has("enum")) {
            assertThat(schema.get("enum")).as(where).contains(value);
        }
        value.properties().forEach(field -> {
            String name = where + "." + field.getKey();
            assertThat(schema.path("properties").has(field.getKey())).as(name).isTrue();
            fits(schema.get("properties").get(field.getKey()), field.getValue(), name);
        });
        if (value.isArray()) {
            value.forEach(each -> fits(schema.get("items"), each, where + "[]"));
        }
    }
}
