package energy.sem.history.past;

import java.util.List;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;

/** What is passed on to ingest is no resource of this service: its document says that it is there, and that of ingest the rest. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ImportsInOpenApi implements OASFilter {
    private static final String TAG = "imports";
    private static final String PASSED_ON =
            "Passed on to ingest (sem.ingest.url) and answered by it: docs/openapi/ingest.yaml has its parameters and its answer."
                    + " The key is the meter's own or the administrator's.";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.addTag(OASFactory.createTag().name(TAG));
        String all = "/api/v1/meters/{meter}/imports";
        PathItem imports = OASFactory.createPathItem();
        imports.setPOST(
                operation("importFile", "Looks at a file of another system and, unless dry-run is true, takes it")
                        .requestBody(OASFactory.createRequestBody()
                                .required(true)
                                .content(OASFactory.createContent()
                                        .addMediaType(
                                                "application/octet-stream",
                                                OASFactory.createMediaType()
                                                        .schema(OASFactory.createSchema()
                                                                .type(List.of(SchemaType.STRING))
                                                                .format("binary"))))));
        imports.setGET(operation("imports", "The meter's imports, the newest first"));
        document.getPaths().addPathItem(all, imports);
        PathItem one = OASFactory.createPathItem();
        one.setDELETE(
                operation("undoImport", "Takes an import out again as a whole: what was there before is there again")
                        .addParameter(parameter("number", SchemaType.INTEGER)));
        document.getPaths().addPathItem(all + "/{number}", one);
    }

    private static Operation operation(String id, String summary) {
        return OASFactory.createOperation()
                .operationId(id)
                .summary(summary)
                .description(PASSED_ON)
                .addTag(TAG)
                .addParameter(parameter("meter", SchemaType.STRING))
                .addSecurityRequirement(requirement("key"))
                .addSecurityRequirement(requirement("bearer"))
                .responses(OASFactory.createAPIResponses()
                        .addAPIResponse(
                                "200",
                                OASFactory.createAPIResponse()
                                        .description("as ingest answers it")
                                        .content(OASFactory.createContent()
                                                .addMediaType("application/json", OASFactory.createMediaType()))));
    }

    private static SecurityRequirement requirement(String scheme) {
        return OASFactory.createSecurityRequirement().addScheme(scheme);
    }

    private static Parameter parameter(String name, SchemaType type) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.PATH)
                .required(true)
                .schema(OASFactory.createSchema().type(List.of(type)));
    }
}
