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

/** What is passed on is no resource of this service: its document says that it is there, and that of who answers the rest. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ForwardedInOpenApi implements OASFilter {
    private static final String TAG = "imports";
    private static final String PASSED_ON =
            "Passed on to ingest (sem.ingest.url) and answered by it: docs/openapi/ingest.yaml has its parameters and its answer."
                    + " The key is the administrator's, for imports also the meter's own.";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.addTag(OASFactory.createTag().name(TAG));
        String all = "/api/v1/meters/{meter}/imports";
        PathItem imports = OASFactory.createPathItem();
        imports.setPOST(
                operation("importFile", "Looks at a file of another system and, unless dry-run is true, takes it")
                        .addParameter(parameter("meter", SchemaType.STRING))
                        .requestBody(OASFactory.createRequestBody()
                                .required(true)
                                .content(OASFactory.createContent()
                                        .addMediaType(
                                                "application/octet-stream",
                                                OASFactory.createMediaType()
                                                        .schema(OASFactory.createSchema()
                                                                .type(List.of(SchemaType.STRING))
                                                                .format("binary"))))));
        imports.setGET(operation("imports", "The meter's imports, the newest first")
                .addParameter(parameter("meter", SchemaType.STRING)));
        document.getPaths().addPathItem(all, imports);
        PathItem one = OASFactory.createPathItem();
        one.setDELETE(
                operation("undoImport", "Takes an import out again as a whole: what was there before is there again")
                        .addParameter(parameter("meter", SchemaType.STRING))
                        .addParameter(parameter("number", SchemaType.INTEGER)));
        document.getPaths().addPathItem(all + "/{number}", one);
        PathItem contract = OASFactory.createPathItem();
        contract.setPUT(operation("putContract", "Keeps a contract of the meter, in place of the one of this name")
                .addParameter(parameter("meter", SchemaType.STRING))
                .addParameter(parameter("name", SchemaType.STRING))
                .requestBody(OASFactory.createRequestBody()
                        .required(true)
                        .content(OASFactory.createContent()
                                .addMediaType(
                                        "application/yaml",
                                        OASFactory.createMediaType()
                                                .schema(OASFactory.createSchema()
                                                        .type(List.of(SchemaType.STRING)))))));
        contract.setDELETE(operation("removeContract", "Takes a contract away that was set up on the page")
                .addParameter(parameter("meter", SchemaType.STRING))
                .addParameter(parameter("name", SchemaType.STRING)));
        document.getPaths().addPathItem("/api/v1/meters/{meter}/contracts/{name}", contract);
        PathItem search = OASFactory.createPathItem();
        search.setPOST(operation("searchSources", "Looks for meters that could be read; with the administrator's key")
                .tags(List.of("meters"))
                .description("Passed on to the meter-gateway (sem.gateway.url) and answered by it:"
                        + " docs/openapi/meter-gateway.yaml has its answer."));
        document.getPaths().addPathItem("/api/v1/sources/search", search);
    }

    private static Operation operation(String id, String summary) {
        return OASFactory.createOperation()
                .operationId(id)
                .summary(summary)
                .description(PASSED_ON)
                .addTag(TAG)
                .addSecurityRequirement(requirement("key"))
                .addSecurityRequirement(requirement("bearer"))
                .responses(OASFactory.createAPIResponses()
                        .addAPIResponse(
                                "200",
                                OASFactory.createAPIResponse()
                                        .description("as it is answered there")
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
