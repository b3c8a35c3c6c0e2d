package energy.sem.history.api;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.NonBlocking;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import energy.sem.base.Problem;
import energy.sem.base.ReadableMeters;
import energy.sem.history.answer.ReadersAnswer;
import energy.sem.history.group.Group;
import energy.sem.history.group.Groups;
import energy.sem.history.reader.RegistryReaders;

/** Who may read beside those of the settings, for services that have no Kafka. */
@Path("/api/v1/readers")
@Tag(name = "readers")
public class ReadersResource {
    private static final int RETRY_SECONDS = 2;

    private final RegistryReaders readers;
    private final Groups groups;
    private final Form form;

    @Inject
    ReadersResource(RegistryReaders readers, Groups groups, Form form) {
        this.readers = readers;
        this.groups = groups;
        this.form = form;
    }

    /** Those of the registry, with hashes of their keys. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @NonBlocking
    @Operation(
            summary = "The readers that are administered while SEM runs, with their keys' hashes",
            description = "For display-feed and home-bridge, which let in whom history does. Takes a key that opens all.")
    @APIResponse(
            responseCode = "200",
            description = "by name; of a group that a reader is for, its members",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReadersAnswer.class),
                            examples = @ExampleObject(name = "example", value = Examples.READERS)))
    public Response readers(@Context Request request, @Context ContainerRequestContext asking) {
        if (!Door.readable(asking).all()) {
            throw Problem.forbidden(
                    "Who else may read is of the installation: a reader's key does not open it, one of sem.read-keys does.");
        }
        if (!readers.isKnown()) {
            throw Problem.unavailable("It is not known yet who may read: Kafka has not answered.", RETRY_SECONDS);
        }
        Map<String, List<String>> members =
                groups.openTo(ReadableMeters.ALL).stream().collect(Collectors.toMap(Group::name, Group::meters));
        return form.json(
                new ReadersAnswer(readers.now().stream()
                        .map(each -> each.withMembers(members))
                        .toList()),
                request);
    }
}
