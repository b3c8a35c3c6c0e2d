package energy.sem.gateway.administer;

import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

/** Where meters are administered while SEM runs; with the administrator's key. */
@Path("/api/v1/admin/meters")
@Tag(name = "administration")
@APIResponse(responseCode = "401", description = "No key was given")
@APIResponse(responseCode = "403", description = "Not the administrator's key")
@APIResponse(responseCode = "404", description = "sem.admin-key is not set for the gateway, or there is no such meter")
@APIResponse(responseCode = "429", description = "Too many wrong keys: wait Retry-After seconds")
public class MeterDoor {
    private static final Logger LOG = Logger.getLogger(MeterDoor.class);
    private static final String CSV = "text/csv";
    private static final String ADDED =
            """
            line,meter,key,fault\r
            2,roof,Kx3h…,\r
            3,shop,,There is a meter shop already.\r
            """;
    private static final int MOST_FILE_BYTES = 4 * 1024 * 1024;

    private final AdminDoor door;
    private final Administration administration;

    MeterDoor(AdminDoor door, Administration administration) {
        this.door = door;
        this.administration = administration;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Blocking
    @Operation(operationId = "administeredMeters", summary = "All meters, with what is set of them and no key")
    @APIResponse(
            responseCode = "200",
            description = "Those of the registry and of this gateway's environment, by name",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.ARRAY, implementation = RegisteredMeter.class)))
    public List<RegisteredMeter> all(@Context HttpServerRequest request) {
        door.require(request);
        return administration.all();
    }

    @GET
    @Path("/{meter}")
    @Produces(MediaType.APPLICATION_JSON)
    @Blocking
    @Operation(operationId = "administeredMeter", summary = "One meter, with what is set of it and no key")
    @APIResponse(responseCode = "200", description = "The meter")
    public RegisteredMeter one(@PathParam("meter") String name, @Context HttpServerRequest request) {
        door.require(request);
        return administration.one(name);
    }

    @PUT
    @Path("/{meter}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Blocking
    @Operation(
            operationId = "putMeter",
            summary = "Adds a meter, or changes its settings",
            description =
                    "The body is its settings by their names in sem.meters.<name>, all of them; without a source it is pushed"
                            + " to. Telegrams of a new meter are taken as soon as this is answered; nothing restarts.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = {
                                @ExampleObject(name = "pushed to", value = "{}"),
                                @ExampleObject(
                                        name = "read by the gateway",
                                        value = "{\"source\":\"tcp://192.168.1.20:2323\",\"publish-every\":\"PT10S\"}")
                            }))
    @APIResponse(
            responseCode = "200",
            description = "It is changed",
            content = @Content(schema = @Schema(implementation = RegisteredMeter.class)))
    @APIResponse(
            responseCode = "201",
            description = "It is added; key is its key, shown this once, where it is pushed to",
            content = @Content(schema = @Schema(implementation = RegisteredMeter.class)))
    @APIResponse(responseCode = "400", description = "A setting is not known, or its value is none")
    @APIResponse(
            responseCode = "409",
            description = "It is there in another version than said, or the environment sets a meter of this name")
    @APIResponse(
            responseCode = "503",
            description = AdminDoor.KAFKA_AWAY)
    public Response put(
            @PathParam("meter") String name,
            @Parameter(description = "of the entry that is changed; without it the meter is new") @QueryParam("version")
                    String version,
            @Parameter(description = "sensor: a key of at most 19 characters, for the original sensor")
                    @QueryParam("for")
                    String keyFor,
            @Context HttpServerRequest request,
            InputStream body) {
        String who = door.require(request);
        Map<String, String> settings = settings(body);
        RegisteredMeter meter = administration.put(name, settings, AdminDoor.version(version), KeyFor.of(keyFor));
        boolean isNew = meter.version() == 1;
        LOG.infof("%s has %s meter %s of the registry", who, isNew ? "added" : "changed", name);
        return Response.status(isNew ? AdminDoor.CREATED : Response.Status.OK.getStatusCode())
                .entity(meter)
                .build();
    }

    @POST
    @Path("/{meter}/rotate-key")
    @Produces(MediaType.APPLICATION_JSON)
    @Blocking
    @Operation(
            operationId = "rotateKey",
            summary = "Gives a meter a new key",
            description = "Both open it for a time, so that whoever pushes can change over without a loss.")
    @APIResponse(
            responseCode = "200",
            description = "key is the new key, shown this once; notAfter of the others says how long they open yet",
            content = @Content(schema = @Schema(implementation = RegisteredMeter.class)))
    @APIResponse(responseCode = "409", description = "It is in another version than said, or set in the environment")
    @APIResponse(
            responseCode = "503",
            description = AdminDoor.KAFKA_AWAY)
    public RegisteredMeter rotateKey(
            @PathParam("meter") String name,
            @Parameter(
                            description = AdminDoor.BOTH)
                    @QueryParam("both")
                    String both,
            @Parameter(description = "of the entry that is changed; without it, whichever it is in")
                    @QueryParam("version")
                    String version,
            @Parameter(description = "sensor: a key of at most 19 characters, for the original sensor")
                    @QueryParam("for")
                    String keyFor,
            @Context HttpServerRequest request) {
        String who = door.require(request);
        RegisteredMeter meter = administration.rotateKey(name, AdminDoor.version(version), AdminDoor.bothFor(both), KeyFor.of(keyFor));
        LOG.infof("%s has given meter %s of the registry a new key", who, name);
        return meter;
    }

    @DELETE
    @Path("/{meter}")
    @Blocking
    @Operation(
            operationId = "removeMeter",
            summary = "Removes a meter",
            description =
                    "Its keys no longer open anything, its source is no longer read. What was stored of it stays.")
    @APIResponse(responseCode = "204", description = "It is removed")
    @APIResponse(responseCode = "409", description = "It is in another version than said, or set in the environment")
    @APIResponse(
            responseCode = "503",
            description = AdminDoor.KAFKA_AWAY)
    public Response remove(
            @PathParam("meter") String name,
            @Parameter(description = "of the entry that is removed; without it, whichever it is in")
                    @QueryParam("version")
                    String version,
            @Context HttpServerRequest request) {
        String who = door.require(request);
        administration.remove(name, AdminDoor.version(version));
        LOG.infof("%s has removed meter %s from the registry", who, name);
        return Response.noContent().build();
    }

    @POST
    @Consumes(CSV)
    @Produces(CSV)
    @Blocking
    @Operation(
            operationId = "addMeters",
            summary = "Adds many meters at once",
            description =
                    "A header with the column meter and any settings, then a line a meter. They are added in one step, all or,"
                            + " where a line cannot be, none; the answer has each one's key, shown this once.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = CSV,
                            schema = @Schema(implementation = String.class),
                            examples =
                                    @ExampleObject(
                                            name = "two meters",
                                            value =
                                                    "meter,source,publish-every\nroof,push,\nshop,tcp://10.0.0.7:23,PT10S\n")))
    @APIResponse(
            responseCode = "200",
            description = "Columns line, meter, key, fault",
            content =
                    @Content(
                            mediaType = CSV,
                            schema = @Schema(implementation = String.class),
                            examples = @ExampleObject(name = "one of two, with faulty=skip", value = ADDED)))
    @APIResponse(responseCode = "400", description = "Not CSV, or a column that is not known: nothing was changed")
    @APIResponse(responseCode = "413", description = "More than 4 MiB")
    @APIResponse(
            responseCode = "422",
            description = "Lines cannot be added, each with why: nothing was changed",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = FaultyFile.class),
                            examples = @ExampleObject(name = "a meter that is there", value = FaultyFile.EXAMPLE)))
    @APIResponse(
            responseCode = "503",
            description = AdminDoor.KAFKA_AWAY)
    public Response addAll(
            @Parameter(description = "sensor: keys of at most 19 characters, for the original sensor")
                    @QueryParam("for")
                    String keyFor,
            @Parameter(
                            description =
                                    "skip: adds those that can be, though other lines cannot, and says why not in theirs")
                    @QueryParam("faulty")
                    String faulty,
            @Context HttpServerRequest request,
            InputStream body) {
        String who = door.require(request);
        KeyFor whom = KeyFor.of(keyFor);
        boolean skip = skips(faulty);
        List<MeterLines.Line> lines =
                MeterLines.read(AdminDoor.read(body, MOST_FILE_BYTES, "A file of meters has at most 4 MiB: send it in parts."));
        List<Administration.Added> added = administration.addAll(lines, whom, skip);
        long good = added.stream().filter(one -> one.fault() == null).count();
        if (good < added.size() && !skip) {
            return FaultyFile.answer(added);
        }
        LOG.infof("%s has added %d of %d meters of a file to the registry", who, good, added.size());
        return Response.ok(MeterLines.write(added)).type(CSV).build();
    }

    private static boolean skips(String faulty) {
        if (faulty != null && !faulty.equals("skip")) {
            throw Problem.badRequest("faulty: only \"skip\" is known, which adds those that can be.");
        }
        return faulty != null;
    }

    private static Map<String, String> settings(InputStream body) {
        JsonNode json = AdminDoor.object(body).orElseThrow(MeterDoor::notSettings);
        Map<String, String> settings = new HashMap<>();
        json.properties().forEach(one -> {
            if (!one.getValue().isTextual()) {
                throw notSettings();
            }
            settings.put(one.getKey(), one.getValue().asText());
        });
        return settings;
    }

    private static Problem notSettings() {
        return Problem.badRequest(
                "The body is not a JSON object of settings with texts as values, such as {\"source\":\"push\"}; {} for none.");
    }
}
