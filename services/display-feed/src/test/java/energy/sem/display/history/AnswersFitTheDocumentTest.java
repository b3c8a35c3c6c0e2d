package energy.sem.display.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import energy.sem.display.view.Period;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is asked of history and read of its answers is what history's OpenAPI document says, field by field: the document is
 * history's own, compared with the running service there.
 */
class AnswersFitTheDocumentTest {
    private static final JsonNode DOCUMENT = document();
    private static final String METER = "/api/v1/meters/{meter}";

    /** The types of JSON by those of Java. */
    private static final Map<Class<?>, String> TYPES = Map.of(
            BigDecimal.class, "number",
            Long.class, "integer",
            boolean.class, "boolean",
            String.class, "string",
            YearMonth.class, "string",
            OffsetDateTime.class, "string");

    static List<List<Object>> answers() {
        return List.of(
                List.of(Answers.AllMeters.class, "/api/v1/meters"),
                List.of(Answers.PeriodAnswer.class, METER + "/history/{view}"),
                List.of(Answers.MonthPeaks.class, METER + "/peaks"));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void every_field_that_is_read_is_in_the_document_with_its_type(List<Object> answer) {
        fits(
                (Class<?>) answer.get(0),
                schema(answer.get(1).toString()),
                answer.get(1).toString());
    }

    @Test
    void every_address_that_is_asked_is_in_the_document_with_its_parameters() throws Exception {
        try (StandInHistory history = StandInHistory.of(Instant::now)) {
            History asking = new History(history.uri(), "", Duration.ofSeconds(10));
            Meter home = asking.meters().named("home").orElseThrow();
            for (Period period : Period.values()) {
                LocalDate today = LocalDate.now(ZoneId.of("Europe/Brussels"));
                asking.visit().load(home, period, period.firstDay(-1, today), today);
            }
            assertThat(history.asked()).hasSizeGreaterThan(8).allSatisfy(AnswersFitTheDocumentTest::isDocumented);
        }
    }

    private static void isDocumented(String address) {
        String[] parts = address.split("\\?", 2);
        String path = parts[0].replaceFirst("/meters/[^/]+", "/meters/{meter}")
                .replaceFirst("/history/[^/]+$", "/history/{view}");
        JsonNode parameters = DOCUMENT.at(pointer(path) + "/get/parameters");
        assertThat(DOCUMENT.at(pointer(path)).isObject()).as(address).isTrue();
        for (String pair : parts.length == 1 ? new String[0] : parts[1].split("&", -1)) {
            String[] named = pair.split("=", 2);
            assertThat(parameters).as(address).anySatisfy(each -> {
                assertThat(each.path("name").asText()).isEqualTo(named[0]);
                assertThat(each.path("in").asText()).isEqualTo("query");
                JsonNode words = each.at("/schema/enum");
                assertThat(words.isMissingNode() || words.toString().contains('"' + named[1] + '"'))
                        .isTrue();
            });
        }
    }

    private static void fits(Type type, JsonNode said, String where) {
        JsonNode schema = resolved(said);
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            assertThat(schema.path("type").asText()).as(where).isEqualTo("array");
            fits(list.getActualTypeArguments()[0], schema.get("items"), where + "[]");
        } else if (type instanceof Class<?> each && each.isRecord()) {
            for (RecordComponent component : each.getRecordComponents()) {
                String name = where + "." + component.getName();
                JsonNode property = schema.path("properties").get(component.getName());
                assertThat(property).as(name).isNotNull();
                fits(component.getGenericType(), property, name);
            }
        } else {
            assertThat(schema.path("type").asText()).as(where).isEqualTo(TYPES.get((Class<?>) type));
            if (type == OffsetDateTime.class) {
                assertThat(schema.path("format").asText()).as(where).isEqualTo("date-time");
            }
        }
    }

    private static JsonNode schema(String path) {
        return DOCUMENT.at(pointer(path) + "/get/responses/200/content/application~1json/schema");
    }

    private static String pointer(String path) {
        return "/paths/" + path.replace("/", "~1");
    }

    private static JsonNode resolved(JsonNode schema) {
        return schema.has("$ref")
                ? resolved(DOCUMENT.at(schema.get("$ref").asText().substring(1)))
                : schema;
    }

    private static JsonNode document() {
        try {
            return new YAMLMapper()
                    .readTree(Path.of("../../docs/openapi/history.yaml").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
