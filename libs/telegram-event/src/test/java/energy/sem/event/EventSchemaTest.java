package energy.sem.event;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import org.junit.jupiter.api.Test;

import energy.sem.p1.Register;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The schema in docs/ is what the code says. After a change of the records write it anew with
 * {@code mvn test -pl libs/telegram-event -am -Dtest=EventSchemaTest -Dsurefire.failIfNoSpecifiedTests=false
 * -Dsem.write-schema=true} and commit it.
 */
class EventSchemaTest {

    private static final Path COMMITTED = Path.of("../../docs/telegram-event.schema.json");
    private static final Path SOURCES = Path.of("src/main/java/energy/sem/event");
    private static final Set<String> REQUIRED = Set.of("meter", "at", "timeSource", "receivedAt", "crc", "verdict");
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @Test
    void the_committed_schema_is_that_of_the_code() throws IOException {
        String generated = MAPPER.writeValueAsString(generate()) + "\n";
        if (Boolean.getBoolean("sem.write-schema")) {
            Files.writeString(COMMITTED, generated);
        }
        assertThat(Files.readString(COMMITTED))
                .as("docs/telegram-event.schema.json; how to write it anew stands at this test")
                .isEqualTo(generated);
    }

    @Test
    void what_is_written_fits_the_schema_and_what_is_not_an_event_does_not() throws IOException {
        JsonSchema schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(Files.readString(COMMITTED));
        JsonNode event = MAPPER.readTree(EventJson.write(EventJsonTest.sample()));
        assertThat(schema.validate(event)).isEmpty();
        ObjectNode broken = event.deepCopy();
        broken.remove("meter");
        ((ObjectNode) broken.get("electricity")).put("importT1Wh", 1.5);
        assertThat(schema.validate(broken)).hasSize(2);
    }

    private static ObjectNode generate() {
        SchemaGeneratorConfigBuilder config = new SchemaGeneratorConfigBuilder(
                        MAPPER, SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(new JacksonModule(JacksonOption.FLATTENED_ENUMS_FROM_JSONPROPERTY));
        config.forTypesInGeneral().withCustomDefinitionProvider((type, context) -> {
            if (type.isInstanceOf(Instant.class)) {
                return text("date-time", null);
            }
            return type.isInstanceOf(YearMonth.class) ? text(null, "^\\d{4}-\\d{2}$") : null;
        });
        config.forFields().withRequiredCheck(EventSchemaTest::isRequired);
        config.forFields().withDescriptionResolver(EventSchemaTest::description);
        config.forTypesInGeneral().withPropertySorter(Comparator.comparing(unused -> "as declared"));
        ObjectNode schema = new SchemaGenerator(config.build()).generateSchema(TelegramEvent.class);
        ObjectNode titled = MAPPER.createObjectNode();
        titled.set("$schema", schema.remove("$schema"));
        titled.put("title", "An event of sem.telegrams");
        titled.put("description", "One telegram of one meter. Instants are in UTC. What is not known is left out.");
        titled.setAll(schema);
        flattenRegisters((ObjectNode) titled.at("/properties/electricity"));
        return titled;
    }

    /** In JSON the registers stand beside the other fields, each under its name. */
    private static void flattenRegisters(ObjectNode electricity) {
        ObjectNode flat = MAPPER.createObjectNode();
        for (Map.Entry<String, JsonNode> field : electricity.get("properties").properties()) {
            if (!field.getKey().equals("registers")) {
                flat.set(field.getKey(), field.getValue());
                continue;
            }
            for (Register register : Register.ofElectricityMeter()) {
                flat.putObject(register.jsonName())
                        .put("type", "integer")
                        .put(
                                "description",
                                register.label() + " (" + register.obis() + "), "
                                        + register.unit().inside());
            }
        }
        electricity.set("properties", flat);
    }

    private static com.github.victools.jsonschema.generator.CustomDefinition text(String format, String pattern) {
        ObjectNode node = MAPPER.createObjectNode().put("type", "string");
        if (format != null) {
            node.put("format", format);
        }
        if (pattern != null) {
            node.put("pattern", pattern);
        }
        return new com.github.victools.jsonschema.generator.CustomDefinition(node, true);
    }

    private static boolean isRequired(FieldScope field) {
        boolean ofEvent = field.getDeclaringType().isInstanceOf(TelegramEvent.class);
        return field.getType().isPrimitive() || (ofEvent && REQUIRED.contains(field.getDeclaredName()));
    }

    /** What the record's Javadoc says of the component, as plain text. */
    private static String description(FieldScope field) {
        Class<?> record = field.getDeclaringType().getErasedType();
        Class<?> outermost = record.getEnclosingClass() == null ? record : record.getEnclosingClass();
        String source;
        try {
            source = Files.readString(SOURCES.resolve(outermost.getSimpleName() + ".java"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        int declared = source.indexOf("public record " + record.getSimpleName() + "(");
        String javadoc = source.substring(source.lastIndexOf("/**", declared), declared);
        Matcher param = Pattern.compile("@param " + field.getDeclaredName() + " (.*?)(?=\\* @|\\*/)", Pattern.DOTALL)
                .matcher(javadoc);
        if (!param.find()) {
            return null;
        }
        return param.group(1)
                .replaceAll("\\s*\\n\\s*\\*?\\s*", " ")
                .replaceAll("\\{@(?:code|link|value) (?:[a-z0-9.]+\\.)?#?([^}]*)}", "$1")
                .strip();
    }
}
