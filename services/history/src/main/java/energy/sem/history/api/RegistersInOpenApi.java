package energy.sem.history.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

import energy.sem.history.answer.Amounts;
import energy.sem.history.answer.Bucket;
import energy.sem.p1.Direction;
import energy.sem.p1.Register;

/**
 * Says which fields an answer may have for registers: one for each {@link Register} of an electricity meter. Jackson writes
 * the map {@code energy} of an answer as fields of the answer itself, which the document's maker does not know.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class RegistersInOpenApi implements OASFilter {
    private static final String MAP = "energy";
    /** What flowed in a span, where a total follows the rule; elsewhere it is what the meter shows. */
    private static final Set<String> FLOWS = Set.of(Amounts.class.getSimpleName(), Bucket.class.getSimpleName());

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getComponents().getSchemas().forEach((name, schema) -> {
            Map<String, Schema> properties = schema.getProperties();
            if (properties != null && properties.containsKey(MAP)) {
                schema.setProperties(flat(properties, FLOWS.contains(name)));
            }
        });
    }

    private static Map<String, Schema> flat(Map<String, Schema> properties, boolean flow) {
        Map<String, Schema> flat = new LinkedHashMap<>();
        properties.forEach((name, property) -> {
            if (name.equals(MAP)) {
                Register.ofElectricityMeter().forEach(each -> flat.put(each.answerName(), number(each, flow)));
            } else {
                flat.put(name, property);
            }
        });
        return flat;
    }

    private static Schema number(Register register, boolean flow) {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.NUMBER)
                .description((flow ? flowed(register) : "register " + register.obis() + ": " + register.label()) + ", "
                        + register.unit().symbol() + "; absent where the meter sends no such register");
    }

    private static String flowed(Register register) {
        if (!register.isTotal()) {
            return register.label();
        }
        return (register.direction() == Direction.IMPORT ? "energy from the grid" : "energy to the grid")
                + " by the meter's own total, or without one the sum over all its tariffs";
    }
}
