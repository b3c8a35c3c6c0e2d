package energy.sem.base;

import java.util.List;
import java.util.Map;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/**
 * What the OpenAPI documents of all services say alike: where they answer, which keys open them, and that an error is
 * problem+json. A service says itself what is different there.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class OpenApi implements OASFilter {
    /** The schema of an error, in every document. */
    public static final String PROBLEM = "Problem";
    /** A key in {@code X-API-Key}. */
    public static final String KEY = "key";
    /** The same key in {@code Authorization: Bearer}. */
    public static final String BEARER = "bearer";
    /** The same key in {@code ?key=}, for what can send no header; only where an operation says so. */
    public static final String KEY_IN_ADDRESS = "keyInAddress";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.setServers(
                List.of(OASFactory.createServer().url("/").description("where this document was fetched from")));
        if (document.getInfo() == null) {
            document.setInfo(OASFactory.createInfo()); // title and version come from the configuration, later
        }
        document.getInfo()
                .license(OASFactory.createLicense()
                        .name("Apache-2.0")
                        .url("https://www.apache.org/licenses/LICENSE-2.0"));
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        document.getComponents().addSchema(PROBLEM, problem());
        document.getPaths().getPathItems().forEach((path, item) -> {
            item.getOperations().forEach((method, operation) -> {
                secure(path, method, operation);
                operation.getResponses().getAPIResponses().forEach(OpenApi::explain);
            });
        });
        declareKeys(document);
    }

    // Reading needs a key where one is set; whatever changes something always does. The version is open.
    private static void secure(String path, PathItem.HttpMethod method, Operation operation) {
        if (path.equals(VersionResource.PATH)) {
            operation.setSecurity(List.of());
        } else if (operation.getSecurity() == null) {
            SecurityRequirement none = OASFactory.createSecurityRequirement();
            operation.setSecurity(
                    method == PathItem.HttpMethod.GET
                            ? List.of(by(KEY), by(BEARER), none)
                            : List.of(by(KEY), by(BEARER)));
        }
    }

    private static SecurityRequirement by(String scheme) {
        return OASFactory.createSecurityRequirement().addScheme(scheme, List.of());
    }

    private static void explain(String status, APIResponse response) {
        boolean error = status.startsWith("4") || status.startsWith("5");
        if (error && response.getRef() == null && response.getContent() == null) {
            response.setContent(OASFactory.createContent()
                    .addMediaType(
                            Problem.MEDIA_TYPE,
                            OASFactory.createMediaType()
                                    .schema(OASFactory.createSchema().ref(PROBLEM))));
        }
    }

    private static void declareKeys(OpenAPI document) {
        Components components = document.getComponents();
        Map<String, SecurityScheme> known = Map.of(
                KEY,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.APIKEY)
                        .in(SecurityScheme.In.HEADER)
                        .name("X-API-Key")
                        .description(
                                "a key of the settings: sem.read-keys to read all meters, sem.readers.<name>.key to"
                                        + " read those of a reader (any other does not exist for it),"
                                        + " sem.meters.<name>.api-key to push"),
                BEARER,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .description("the same key as Authorization: Bearer"),
                KEY_IN_ADDRESS,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.APIKEY)
                        .in(SecurityScheme.In.QUERY)
                        .name("key")
                        .description("the same key in the address, for what can send no header"));
        document.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .flatMap(operation -> operation.getSecurity().stream())
                .flatMap(requirement -> requirement.getSchemes().keySet().stream())
                .sorted()
                .distinct()
                .filter(known::containsKey)
                .forEach(name -> components.addSecurityScheme(name, known.get(name)));
    }

    private static Schema problem() {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description("an error: RFC 9457; without a type, which means about:blank")
                .addProperty("title", text("the status in words").addExample("Bad Request"))
                .addProperty(
                        "status",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.INTEGER)
                                .description("the HTTP status")
                                .addExample(400))
                .addProperty(
                        "detail",
                        text("what is wrong and what to do").addExample("from is not before to: exchange them."))
                .required(List.of("title", "status", "detail"));
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).description(description);
    }
}
