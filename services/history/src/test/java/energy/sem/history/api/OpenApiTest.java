package energy.sem.history.api;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

/** The OpenAPI document says what the service really answers. */
@QuarkusTest
class OpenApiTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String METER = "/api/v1/meters/{meter}";
    private static final String GROUP = "/api/v1/groups/{group}";

    /** An address that answers, for each path of the document that answers JSON. */
    private static final Map<String, String> ADDRESSES = addresses(
            "/api/v1/groups",
            "/api/v1/groups",
            GROUP + "/history/{view}",
            "/api/v1/groups/documented/history/week",
            GROUP + "/sharing/{view}",
            "/api/v1/groups/documented/sharing/week",
            "/api/v1/meters",
            "/api/v1/meters",
            METER + "/latest",
            "/api/v1/meters/documented/latest",
            METER + "/history/{view}",
            "/api/v1/meters/documented/history/week?fields=voltage,power",
            METER + "/history",
            "/api/v1/meters/documented/history?from=2026-01-01&to=2026-01-02",
            METER + "/peaks",
            "/api/v1/meters/documented/peaks",
            METER + "/events",
            "/api/v1/meters/documented/events?from=2020-01-01&to=2100-01-01",
            METER + "/bill/{view}",
            "/api/v1/meters/documented/bill/day?contract=offered",
            "/api/v1/prices",
            "/api/v1/prices?area=BE&from=2026-10-25&to=2026-10-26");

    private static Map<String, String> addresses(String... pairs) {
        Map<String, String> addresses = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            addresses.put(pairs[i], pairs[i + 1]);
        }
        return addresses;
    }

    @BeforeAll
    static void meter() throws SQLException {
        SampleMeters.write("documented", true, 3);
        EventsResourceTest.said(
                "documented", "1SEMdocumented", "power-failure", 0, "2026-11-04T02:12:07Z", null, null, 3812L);
        EventsResourceTest.said(
                "documented", "1SEMdocumented", "limiter-w", 0, "2026-11-04T02:12:07Z", 4600L, null, null);
    }

    @Test
    void every_address_of_the_contract_is_in_it() throws Exception {
        List<String> paths = new ArrayList<>();
        document().get("paths").fieldNames().forEachRemaining(paths::add);
        assertThat(paths)
                .contains("/api/v1/meters", "/get-esp-data.php")
                .contains(METER + "/latest", METER + "/live", METER + "/readings", METER + "/peaks", METER + "/events")
                .contains(METER + "/guard")
                .contains(METER + "/history", METER + "/history/{view}");
    }

    @Test
    void every_answer_has_the_fields_that_it_says_of_whatever_meter() throws Exception {
        SampleMeters.fourTariffs("documentedfour");
        SampleMeters.registers("documentedonce", SampleMeters.yesterdayNoon(), List.of(Map.of("import_wh", 5L)));
        JsonNode document = document();
        for (Map.Entry<String, String> each : ADDRESSES.entrySet()) {
            for (String meter : List.of("documented", "documentedfour", "documentedonce")) {
                String address = each.getValue().replace("documented", meter);
                JsonNode answer = MAPPER.readTree(get(address).asString());
                matches(document, schema(document, each.getKey(), "application/json"), answer, address);
            }
        }
    }

    @Test
    void each_operation_has_a_name_of_its_own_and_says_what_it_answers_and_which_keys_open_it() throws Exception {
        List<String> names = new ArrayList<>();
        for (JsonNode path : document().get("paths")) {
            for (JsonNode operation : path) {
                names.add(operation.path("operationId").asText());
                assertThat(operation.has("security")).as(operation.toString()).isTrue();
                assertThat(operation.at("/responses/200").isObject())
                        .as(operation.toString())
                        .isTrue();
            }
        }
        assertThat(names).doesNotHaveDuplicates().doesNotContain("").contains("meters", "period", "latest", "peaks");
    }

    @Test
    void every_example_has_the_fields_that_it_says() throws Exception {
        JsonNode document = document();
        Map<String, String> types = Map.of(
                METER + "/readings",
                "application/x-ndjson",
                METER + "/live",
                "text/event-stream",
                METER + "/guard",
                "application/json");
        List<String> paths = new ArrayList<>(ADDRESSES.keySet());
        paths.addAll(types.keySet());
        for (String path : paths) {
            String type = types.getOrDefault(path, "application/json");
            JsonNode examples = content(document, path, type).get("examples");
            assertThat(examples).as(path).isNotNull();
            JsonNode value = examples.elements().next().get("value");
            JsonNode example = value.isTextual() ? MAPPER.readTree(value.asText()) : value;
            matches(document, schema(document, path, type), example, path);
        }
    }

    @Test
    void the_document_in_docs_is_the_one_that_is_served() throws Exception {
        String served = get("/q/openapi").asString();
        Path committed = Path.of("../../docs/openapi/history.yaml");
        if (Boolean.getBoolean("sem.docs.update")) {
            Files.writeString(committed, served);
        }
        assertThat(served)
                .as("docs/openapi/history.yaml; -Dsem.docs.update=true writes it")
                .isEqualTo(Files.readString(committed));
    }

    private static JsonNode document() throws Exception {
        return MAPPER.readTree(get("/q/openapi?format=json").asString());
    }

    private static JsonNode content(JsonNode document, String path, String type) {
        JsonNode content = document.at("/paths/" + path.replace("/", "~1") + "/get/responses/200/content");
        assertThat(content.has(type))
                .as(path + " answers " + type + ": " + content)
                .isTrue();
        return content.get(type);
    }

    private static JsonNode schema(JsonNode document, String path, String type) {
        return content(document, path, type).get("schema");
    }

    private static void matches(JsonNode document, JsonNode schema, JsonNode value, String where) {
        JsonNode resolved = schema;
        while (resolved.has("$ref")) {
            resolved = document.at(resolved.get("$ref").asText().substring(1));
        }
        if (value.isArray()) {
            for (JsonNode each : value) {
                matches(document, resolved.get("items"), each, where + "[]");
            }
        } else if (value.isObject()) {
            if (!resolved.has("properties")) {
                return; // passed through from elsewhere
            }
            for (JsonNode name : resolved.path("required")) {
                assertThat(value.has(name.asText()))
                        .as(where + " always has " + name.asText())
                        .isTrue();
            }
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                JsonNode property = resolved.get("properties").get(field.getKey());
                if (property == null && resolved.path("additionalProperties").asBoolean()) {
                    continue;
                }
                assertThat(property).as(where + "." + field.getKey()).isNotNull();
                matches(document, property, field.getValue(), where + "." + field.getKey());
            }
        } else {
            String kind = value.isTextual() ? "string" : value.isBoolean() ? "boolean" : "number";
            String said = resolved.get("type").toString().replace("integer", "number");
            assertThat(said).as(where).contains(kind);
            if (resolved.has("enum")) {
                assertThat(resolved.get("enum")).as(where).contains(value);
            }
            if ("date-time".equals(resolved.path("format").asText())) {
                assertThat(OffsetDateTime.parse(value.asText())).as(where).isNotNull();
            }
        }
    }
}
