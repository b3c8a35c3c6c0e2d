package energy.sem.gateway.show;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import energy.sem.gateway.TestMeters;
import energy.sem.gateway.clock.ClockState;
import energy.sem.gateway.health.Outcome;
import energy.sem.local.test.SemTestServices;
import energy.sem.p1.RejectCause;
import energy.sem.sharing.SharingRule;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

/** The OpenAPI document says what the service really answers. */
@QuarkusTest
@WithTestResource(value = SemTestServices.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TestMeters.class, scope = TestResourceScope.GLOBAL)
class OpenApiTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void the_document_in_docs_is_the_one_that_is_served() throws Exception {
        String served = get("/q/openapi").asString();
        Path committed = Path.of("../../docs/openapi/meter-gateway.yaml");
        if (Boolean.getBoolean("sem.docs.update")) {
            Files.writeString(committed, served);
        }
        assertThat(served)
                .as("docs/openapi/meter-gateway.yaml; -Dsem.docs.update=true writes it")
                .isEqualTo(Files.readString(committed));
    }

    @Test
    void each_operation_has_a_name_of_its_own_and_says_which_keys_open_it() throws Exception {
        List<String> names = new ArrayList<>();
        for (JsonNode path : document().get("paths")) {
            for (JsonNode operation : path) {
                names.add(operation.path("operationId").asText());
                assertThat(operation.has("security")).as(operation.toString()).isTrue();
            }
        }
        assertThat(names)
                .containsExactlyInAnyOrder(
                        "meters",
                        "telegram",
                        "push",
                        "pushDsmrReader",
                        "pushSensor",
                        "searchSources",
                        "administeredMeters",
                        "administeredMeter",
                        "putMeter",
                        "rotateKey",
                        "removeMeter",
                        "addMeters",
                        "administeredReaders",
                        "administeredReader",
                        "putReader",
                        "rotateReaderKey",
                        "removeReader",
                        "administeredGroups",
                        "administeredGroup",
                        "putGroup",
                        "removeGroup",
                        "version");
    }

    @Test
    void whatever_a_meter_says_of_itself_is_a_field_of_the_document_and_what_is_required_is_there() throws Exception {
        JsonNode report = document().at("/components/schemas/MeterReport");
        JsonNode meters = MAPPER.readTree(get("/api/v1/meters").asString());
        assertThat(meters).isNotEmpty();
        for (JsonNode meter : meters) {
            List<String> fields = new ArrayList<>();
            meter.fieldNames().forEachRemaining(fields::add);
            List<String> known = new ArrayList<>();
            report.get("properties").fieldNames().forEachRemaining(known::add);
            assertThat(known).containsAll(fields);
            assertThat(fields).containsAll(texts(report.get("required")));
            assertThat(texts(report.at("/properties/state/enum")))
                    .contains(meter.get("state").asText());
        }
    }

    @Test
    void its_words_are_those_of_the_code() throws Exception {
        JsonNode document = document();
        assertThat(texts(document.at("/components/schemas/MeterReport/properties/clock/enum")))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ClockState.Condition.values())
                        .filter(each -> each != ClockState.Condition.BELIEVED
                                && each != ClockState.Condition.NO_STAMP
                                && each != ClockState.Condition.ARRIVAL_CHOSEN)
                        .map(ClockState.Condition::word)
                        .toList());
        assertThat(texts(document.at("/components/schemas/Rejection/properties/cause/enum")))
                .containsExactlyInAnyOrderElementsOf(Stream.of(RejectCause.values())
                        .map(each -> Outcome.of(each).word())
                        .toList());
        assertThat(texts(document.at("/components/schemas/RegisteredGroup/properties/key/enum")))
                .containsExactlyElementsOf(
                        Stream.of(SharingRule.values()).map(SharingRule::word).toList());
    }

    private static JsonNode document() throws Exception {
        return MAPPER.readTree(get("/q/openapi?format=json").asString());
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
