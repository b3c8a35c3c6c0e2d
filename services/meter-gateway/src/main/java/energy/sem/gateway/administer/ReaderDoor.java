package energy.sem.gateway.administer;

import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

import energy.sem.base.Problem;
import energy.sem.registry.ReaderEntry;

/** Where who may read what is administered while SEM runs; with the administrator's key. */
@Path("/api/v1/admin/readers")
@Tag(name = "administration")
@APIResponse(responseCode = "401", description = "No key was given")
@APIResponse(responseCode = "403", description = "Not the administrator's key")
@APIResponse(responseCode = "404", description = "sem.admin-key is not set for the gateway, or there is no such reader")
@APIResponse(responseCode = "429", description = "Too many wrong keys: wait Retry-After seconds")
public class ReaderDoor {
    private static final Logger LOG = Logger.getLogger(ReaderDoor.class);
    private static final int MOST_BYTES = 64 * 1024;
    private static final String ALL = "all";
    private static final String METERS = "meters";
    private static final String GROUPS = "groups";

    private final AdminDoor door;
    private final ReaderAdministration administration;

    ReaderDoor(AdminDoor door, ReaderAdministration administration) {
        this.door = door;
        this.administration = administration;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Blocking
    @Operation(operationId = "administeredReaders", summary = "All readers, with what they open and no key")
    @APIResponse(
            responseCode = "200",
            description = "Those of the registry and of this gateway's environment, by name",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.ARRAY, implementation = RegisteredReader.class)))
    public List<RegisteredReader> all(@Context HttpServerRequest request) {
        door.require(request);
        return administration.all();
    }

    @GET
    @Path("/{reader}")
    @Produces(MediaType.APPLICATION_JSON)
    @Blocking
    @Operation(operationId = "administeredReader", summary = "One reader, with what it opens and no key")
    @APIResponse(responseCode = "200", description = "The reader")
    public RegisteredReader one(@PathParam("reader") String name, @Context HttpServerRequest request) {
        door.require(request);
        return administration.one(name);
    }

    @PUT
    @Path("/{reader}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Blocking
    @Operation(
            operationId = "putReader",
            summary = "Adds a reader, or changes what one opens",
            description = "The body says which meters, groups with all their members, or all. History and the gateway"
                    + " let in and refuse at once, display-feed and home-bridge within seconds; nothing restarts.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = {
                                @ExampleObject(name = "a household", value = "{\"meters\":[\"home\",\"attic\"]}"),
                                @ExampleObject(name = "a street", value = "{\"groups\":[\"street\"]}"),
                                @ExampleObject(name = "all", value = "{\"all\":true}")
                            }))
    @APIResponse(
            responseCode = "200",
            description = "It is changed; its keys are what they were",
            content = @Content(schema = @Schema(implementation = RegisteredReader.class)))
    @APIResponse(
            responseCode = "201",
            description = "It is added; key is its key, shown this once",
            content = @Content(schema = @Schema(implementation = RegisteredReader.class)))
    @APIResponse(responseCode = "400", description = "The body does not say what it opens")
    @APIResponse(
            responseCode = "409",
            description = "It is there in another version than said, the environment sets a reader of this name, or"
                    + " sem.read-keys is not set")
    @APIResponse(responseCode = "503", description = AdminDoor.KAFKA_AWAY)
    public Response put(
            @PathParam("reader") String name,
            @Parameter(description = "of the entry that is changed; without it the reader is new")
                    @QueryParam("version")
                    String version,
            @Context HttpServerRequest request,
            InputStream body) {
        String who = door.require(request);
        RegisteredReader reader = administration.put(name, opens(body), AdminDoor.version(version));
        boolean isNew = reader.key() != null;
        LOG.infof("%s has %s reader %s of the registry", who, isNew ? "added" : "changed", name);
        return Response.status(isNew ? AdminDoor.CREATED : Response.Status.OK.getStatusCode())
                .entity(reader)
                .build();
    }

    @POST
    @Path("/{reader}/rotate-key")
    @Produces(MediaType.APPLICATION_JSON)
    @Blocking
    @Operation(
            operationId = "rotateReaderKey",
            summary = "Gives a reader a new key",
            description = "Both open for a time, so that displays and pages can change over.")
    @APIResponse(
            responseCode = "200",
            description = "key is the new key, shown this once; notAfter of the others says how long they open yet",
            content = @Content(schema = @Schema(implementation = RegisteredReader.class)))
    @APIResponse(responseCode = "409", description = "It is in another version than said, or set in the environment")
    @APIResponse(responseCode = "503", description = AdminDoor.KAFKA_AWAY)
    public RegisteredReader rotateKey(
            @PathParam("reader") String name,
            @Parameter(description = AdminDoor.BOTH) @QueryParam("both") String both,
            @Parameter(description = "of the entry that is changed; without it, whichever it is in")
                    @QueryParam("version")
                    String version,
            @Context HttpServerRequest request) {
        String who = door.require(request);
        RegisteredReader reader = administration.rotateKey(name, AdminDoor.version(version), AdminDoor.bothFor(both));
        LOG.infof("%s has given reader %s of the registry a new key", who, name);
        return reader;
    }

    @DELETE
    @Path("/{reader}")
    @Blocking
    @Operation(
            operationId = "removeReader",
            summary = "Removes a reader",
            description = "Its keys no longer open anything, and live streams that one has opened end.")
    @APIResponse(responseCode = "204", description = "It is removed")
    @APIResponse(responseCode = "409", description = "It is in another version than said, or set in the environment")
    @APIResponse(responseCode = "503", description = AdminDoor.KAFKA_AWAY)
    public Response remove(
            @PathParam("reader") String name,
            @Parameter(description = "of the entry that is removed; without it, whichever it is in")
                    @QueryParam("version")
                    String version,
            @Context HttpServerRequest request) {
        String who = door.require(request);
        administration.remove(name, AdminDoor.version(version));
        LOG.infof("%s has removed reader %s from the registry", who, name);
        return Response.noContent().build();
    }

    // What is misspelt is refused: a reader who is shown too much cannot be made to forget.
    private static ReaderEntry.Opens opens(InputStream body) {
        JsonNode json = AdminDoor.object(body, MOST_BYTES, "What a reader opens is said in at most 64 KiB.")
                .orElseThrow(ReaderDoor::notOpens);
        json.fieldNames().forEachRemaining(field -> {
            if (!Set.of(ALL, METERS, GROUPS).contains(field)) {
                throw notOpens();
            }
        });
        if (json.has(ALL) && !json.path(ALL).isBoolean()) {
            throw notOpens();
        }
        try {
            return new ReaderEntry.Opens(
                    json.path(ALL).asBoolean(), names(json.path(METERS)), names(json.path(GROUPS)));
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("This is no reader: " + e.getMessage() + ".");
        }
    }

    private static Set<String> names(JsonNode json) {
        if (!json.isArray() && !json.isMissingNode()) {
            throw notOpens();
        }
        Set<String> names = new TreeSet<>();
        json.forEach(one -> {
            if (!one.isTextual()) {
                throw notOpens();
            }
            names.add(one.asText());
        });
        return names;
    }

    private static Problem notOpens() {
        return Problem.badRequest("The body is not a JSON object that says what the reader opens, such as"
                + " {\"meters\":[\"home\"]}, {\"groups\":[\"street\"]} or {\"all\":true}.");
    }
}
