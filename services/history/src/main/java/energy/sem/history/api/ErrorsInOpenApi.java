package energy.sem.history.api;

import java.util.LinkedHashMap;
import java.util.Map;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

import energy.sem.base.OpenApi;
import energy.sem.base.Problem;
import energy.sem.base.VersionResource;

/** Says of every address which errors it answers: RFC 9457, with a detail that says what to do. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ErrorsInOpenApi implements OASFilter {
    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getPaths().getPathItems().forEach((path, item) -> {
            if (!path.equals(VersionResource.PATH)) {
                item.getOperations().values().forEach(operation -> responses(path)
                        .forEach(operation.getResponses()::addAPIResponse));
            }
        });
    }

    private static Map<String, APIResponse> responses(String path) {
        Map<String, APIResponse> responses = new LinkedHashMap<>();
        if (path.contains("/history")
                || path.contains("/groups")
                || path.endsWith("/peaks")
                || path.endsWith("/events")) {
            responses.put("304", OASFactory.createAPIResponse().description("what If-None-Match names is still right"));
        }
        if (path.startsWith("/api/")) {
            responses.put("400", error("a parameter makes no sense, or is none of those there are"));
        }
        responses.put("401", error("read keys are set, and none was sent"));
        responses.put("403", error("the key opens nothing here"));
        if (path.contains("{meter}") || !path.startsWith("/api/")) {
            responses.put("404", error("there is no such meter"));
        }
        if (path.contains("{group}")) {
            responses.put("404", error("there is no such group"));
        }
        responses.put(
                "429", error("too many wrong keys from this address, or too much at once; Retry-After says how long"));
        responses.put(
                "503",
                error("the database is away, or too many bills are asked for at once; Retry-After says how long"));
        return responses;
    }

    private static APIResponse error(String description) {
        Content content = OASFactory.createContent()
                .addMediaType(
                        Problem.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref(OpenApi.PROBLEM)));
        return OASFactory.createAPIResponse().description(description).content(content);
    }
}
