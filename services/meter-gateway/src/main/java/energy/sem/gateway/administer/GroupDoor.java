package energy.sem.gateway.administer;

import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
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
import energy.sem.registry.EntryJson;
import energy.sem.sharing.NoKeyException;
import energy.sem.sharing.NoKeyException.Part;
import energy.sem.sharing.SharingKey;
import energy.sem.sharing.SharingRule;

/** Where groups of meters are administered while SEM runs; with the administrator's key. */
@Path("/api/v1/admin/groups")
@Tag(name = "administration")
@APIResponse(responseCode = "401", description = "No key was given")
@APIResponse(responseCode = "403", description = "Not the administrator's key")
@APIResponse(responseCode = "404", description = "sem.admin-key is not set for the gateway, or there is no such group")
@APIResponse(responseCode = "429", description = "Too many wrong keys: wait Retry-After seconds")
public class GroupDoor {
    private static final Logger LOG = Logger.getLogger(GroupDoor.class);
    private static final int MOST_BYTES = 128 * 1024;
    private static final String MEMBERS = Part.MEMBERS.word();
    private static final String KEY = Part.KEY.word();
    private static final String SHARES = Part.SHARES.word();

    private final AdminDoor door;
    private final GroupAdministration administration;

    GroupDoor(AdminDoor door, GroupAdministration administration) {
        this.door = door;
        this.administration = administration;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Blocking
    @Operation(operationId = "administeredGroups", summary = "All groups, with their members and how they share")
    @APIResponse(
            responseCode = "200",
            description = "Those of the registry and of this gateway's environment, by name",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.ARRAY, implementation = RegisteredGroup.class)))
    public List<RegisteredGroup> all(@Context HttpServerRequest request) {
        door.require(request);
        return administration.all();
    }

    @GET
    @Path("/{group}")
    @Produces(MediaType.APPLICATION_JSON)
    @Blocking
    @Operation(operationId = "administeredGroup", summary = "One group, with its members and how it shares")
    @APIResponse(responseCode = "200", description = "The group")
    public RegisteredGroup one(@PathParam("group") String name, @Context HttpServerRequest request) {
        door.require(request);
        return administration.one(name);
    }

    @PUT
    @Path("/{group}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Blocking
    @Operation(
            operationId = "putGroup",
            summary = "Adds a group, or makes another of one",
            description =
                    "The body says its members, which are meters by their names and need not be there yet; by which key they"
                            + " share, relative if it does not say; and the shares in percent of a key that takes such."
                            + " History and the gateway follow at once, nothing restarts and nothing is stored: past periods"
                            + " are of those who are members now.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = {
                                @ExampleObject(name = "a street", value = "{\"members\":[\"anna\",\"bert\",\"cleo\"]}"),
                                @ExampleObject(
                                        name = "with shares",
                                        value =
                                                "{\"members\":[\"anna\",\"bert\",\"roof\"],\"key\":\"fixed\",\"shares\":"
                                                        + "{\"anna\":66.6667,\"bert\":33.3333}}")
                            }))
    @APIResponse(
            responseCode = "200",
            description = "It is changed",
            content = @Content(schema = @Schema(implementation = RegisteredGroup.class)))
    @APIResponse(
            responseCode = "201",
            description = "It is added",
            content = @Content(schema = @Schema(implementation = RegisteredGroup.class)))
    @APIResponse(responseCode = "400", description = "The body does not say a group: why not, in the detail")
    @APIResponse(
            responseCode = "409",
            description = "It is there in another version than said, or the environment sets a group of this name")
    @APIResponse(responseCode = "503", description = AdminDoor.KAFKA_AWAY)
    public Response put(
            @PathParam("group") String name,
            @Parameter(description = "of the entry that is changed; without it the group is new") @QueryParam("version")
                    String version,
            @Context HttpServerRequest request,
            InputStream body) {
        String who = door.require(request);
        RegisteredGroup group = administration.put(name, key(body), AdminDoor.version(version));
        boolean isNew = group.version() == 1;
        LOG.infof("%s has %s group %s of the registry", who, isNew ? "added" : "changed", name);
        return Response.status(isNew ? AdminDoor.CREATED : Response.Status.OK.getStatusCode())
                .entity(group)
                .build();
    }

    @DELETE
    @Path("/{group}")
    @Blocking
    @Operation(
            operationId = "removeGroup",
            summary = "Removes a group",
            description = "Its members go on as meters. A reader of it reads none of them by it any longer.")
    @APIResponse(responseCode = "204", description = "It is removed")
    @APIResponse(responseCode = "409", description = "It is in another version than said, or set in the environment")
    @APIResponse(responseCode = "503", description = AdminDoor.KAFKA_AWAY)
    public Response remove(
            @PathParam("group") String name,
            @Parameter(description = "of the entry that is removed; without it, whichever it is in")
                    @QueryParam("version")
                    String version,
            @Context HttpServerRequest request) {
        String who = door.require(request);
        administration.remove(name, AdminDoor.version(version));
        LOG.infof("%s has removed group %s from the registry", who, name);
        return Response.noContent().build();
    }

    // What is misspelt is refused: a key that was meant to have shares is another without them.
    private static SharingKey key(InputStream body) {
        JsonNode json = AdminDoor.object(body, MOST_BYTES, "A group is said in at most 128 KiB.")
                .orElseThrow(GroupDoor::notGroup);
        json.fieldNames().forEachRemaining(field -> {
            if (!Set.of(MEMBERS, KEY, SHARES).contains(field)) {
                throw notGroup();
            }
        });
        if (json.has(KEY) && !json.path(KEY).isTextual()) {
            throw notGroup();
        }
        List<String> members = members(json.path(MEMBERS));
        Map<String, BigDecimal> shares = shares(json.path(SHARES));
        try {
            EntryJson.requireNames("a member", members);
            EntryJson.requireNames("who has a share", shares.keySet());
            return SharingKey.of(json.path(KEY).asText(SharingRule.RELATIVE.word()), members, shares);
        } catch (NoKeyException e) {
            throw notGroup(e.part().word() + ": " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw notGroup(e.getMessage());
        }
    }

    private static List<String> members(JsonNode json) {
        if (!json.isArray()) {
            throw notGroup();
        }
        List<String> members = new ArrayList<>();
        json.forEach(one -> {
            if (!one.isTextual()) {
                throw notGroup();
            }
            members.add(one.asText());
        });
        return members;
    }

    private static Map<String, BigDecimal> shares(JsonNode json) {
        if (!json.isObject() && !json.isMissingNode()) {
            throw notGroup();
        }
        Map<String, BigDecimal> shares = new LinkedHashMap<>();
        json.properties().forEach(one -> {
            if (!one.getValue().isNumber()) {
                throw notGroup();
            }
            shares.put(one.getKey(), one.getValue().decimalValue());
        });
        return shares;
    }

    private static Problem notGroup(String why) {
        return Problem.badRequest("This is no group: " + why + ".");
    }

    private static Problem notGroup() {
        return Problem.badRequest("The body is not a JSON object that says a group, such as"
                + " {\"members\":[\"anna\",\"bert\"],\"key\":\"fixed\",\"shares\":{\"anna\":60,\"bert\":40}}.");
    }
}
