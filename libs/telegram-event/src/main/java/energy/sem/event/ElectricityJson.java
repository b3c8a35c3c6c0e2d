package energy.sem.event;

import java.io.IOException;
import java.util.List;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;

import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;

/** {@link Electricity} in JSON: each register a field beside the others. Unknown fields are ignored. Thread-safe. */
final class ElectricityJson {
    private static final TypeReference<List<Electricity.Phase>> PHASES = new TypeReference<>() {};

    /** Writes what is known, in the order that {@link EventReader} expects. */
    static final class Writer extends JsonSerializer<Electricity> {
        @Override
        public void serialize(Electricity values, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeStartObject();
            if (values.serial() != null && !values.serial().isEmpty()) {
                json.writeStringField("serial", values.serial());
            }
            number(json, "tariff", values.tariff());
            for (Register register : Register.ofElectricityMeter()) {
                Long value = values.registers().get(register);
                if (value != null) {
                    json.writeNumberField(register.jsonName(), value);
                }
            }
            number(json, "importW", values.importW());
            number(json, "exportW", values.exportW());
            number(json, "demandW", values.demandW());
            if (!values.phases().isEmpty()) {
                provider.defaultSerializeField("phases", values.phases(), json);
            }
            json.writeEndObject();
        }

        private static void number(JsonGenerator json, String name, Integer value) throws IOException {
            if (value != null) {
                json.writeNumberField(name, value);
            }
        }
    }

    /** Reads fields in any order. */
    static final class Reader extends JsonDeserializer<Electricity> {
        @Override
        public Electricity deserialize(JsonParser json, DeserializationContext context) throws IOException {
            String serial = null;
            Integer tariff = null;
            Integer importW = null;
            Integer exportW = null;
            Integer demandW = null;
            List<Electricity.Phase> phases = null;
            RegisterValues.Builder registers = RegisterValues.builder();
            if (!json.isExpectedStartObjectToken()) {
                return (Electricity) context.handleUnexpectedToken(Electricity.class, json);
            }
            for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                json.nextToken();
                Register register = Register.ofJsonName(name);
                if (register != null && register.obis() != null) {
                    registers.set(register, context.readValue(json, Long.class));
                    continue;
                }
                switch (name) {
                    case "serial" -> serial = context.readValue(json, String.class);
                    case "tariff" -> tariff = context.readValue(json, Integer.class);
                    case "importW" -> importW = context.readValue(json, Integer.class);
                    case "exportW" -> exportW = context.readValue(json, Integer.class);
                    case "demandW" -> demandW = context.readValue(json, Integer.class);
                    case "phases" ->
                        phases = json.hasToken(JsonToken.VALUE_NULL)
                                ? null
                                : context.readValue(
                                        json, context.getTypeFactory().constructType(PHASES));
                    default -> json.skipChildren();
                }
            }
            return new Electricity(serial, tariff, registers.build(), importW, exportW, demandW, phases);
        }
    }

    private ElectricityJson() {}
}
