package energy.sem.ingest.imports;

import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

import energy.sem.base.KnownParameters;
import energy.sem.base.Problem;
import energy.sem.ingest.door.MeterWriters;
import energy.sem.ingest.past.ImportOptions;
import energy.sem.ingest.past.ImportRun;
import energy.sem.ingest.past.Importing;
import energy.sem.ingest.past.Plan;
import energy.sem.ingest.past.Progress;
import energy.sem.ingest.past.Refusal;
import energy.sem.ingest.past.Undoing;
import energy.sem.ingest.past.Upload;
import energy.sem.ingest.start.Database;

/** Arriving with a history: a file is looked at, taken, taken out again. */
@Path("/api/v1/meters/{meter}/imports")
@Tag(name = "imports")
@Blocking
public class ImportsResource {
    private static final Logger LOG = Logger.getLogger(ImportsResource.class);
    private static final String JSON_LINES = "application/x-ndjson";
    private static final int RETRY_SECONDS = 30;

    private static final Set<String> PARAMETERS =
            Set.of("dry-run", "zone", "clock", "shift", "anchor", "device", "sensor");

    private final Importing importing;
    private final Undoing undoing;
    private final MeterWriters writers;
    private final Uploads uploads;
    private final Database database;
    private final ObjectMapper mapper;

    /** A file takes memory; another one waits outside. */
    private final Semaphore place = new Semaphore(1);

    ImportsResource(
            Importing importing,
            Undoing undoing,
            MeterWriters writers,
            Uploads uploads,
            Database database,
            ObjectMapper mapper) {
        this.importing = importing;
        this.undoing = undoing;
        this.writers = writers;
        this.uploads = uploads;
        this.database = database;
        this.mapper = mapper;
    }

    /** Looks at a file, and takes it unless it is a dry run. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces({MediaType.APPLICATION_JSON, JSON_LINES})
    @Operation(
            operationId = "importFile",
            summary = "Looks at a file of another system and, unless dry-run is true, takes it",
            description =
                    "The body is the file. With Accept: application/x-ndjson each line says how far it is, {\"step\", \"share\"},"
                            + " and the last one is {\"plan\"} or {\"problem\"}: ask so for anything long. A plan with a refusal wrote nothing.")
    @APIResponse(
            responseCode = "200",
            description = "what the file says and what became of it",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Plan.class)),
                @Content(mediaType = JSON_LINES)
            })
    @APIResponse(responseCode = "401", description = "a key is needed")
    @APIResponse(responseCode = "404", description = "no key is set: nothing can be imported")
    public Response take(
            @PathParam("meter") String meter,
            @Parameter(description = "only look") @QueryParam("dry-run") @DefaultValue("false") String dryRun,
            @Parameter(description = "of wall times without one; the household's otherwise") @QueryParam("zone")
                    String zone,
            @Parameter(description = "of wall times that programs wrote") @QueryParam("clock") String clock,
            @Parameter(description = "minutes added to each time") @QueryParam("shift") String shift,
            @Parameter(
                            description =
                                    "what the display showed: importT1=1234.567@2026-11-01T10:00, several with commas between")
                    @QueryParam("anchor")
                    String anchor,
            @Parameter(description = "SERIAL_IN_FILE=SERIAL, or gas=SERIAL") @QueryParam("device") List<String> device,
            @Parameter(description = "NAME=import-t1, for files that name sensors") @QueryParam("sensor")
                    List<String> sensor,
            @HeaderParam("Accept") @DefaultValue("") String accept,
            @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM)) InputStream body,
            @Context UriInfo address,
            @Context RoutingContext request)
            throws IOException {
        check(meter, request);
        KnownParameters.refusal(address.getQueryParameters().keySet(), PARAMETERS)
                .ifPresent(problem -> {
                    throw problem;
                });
        boolean onlyLook = isTrue(dryRun);
        ImportOptions options = options(importing.zone(), zone, clock, shift, anchor, device, sensor);
        takePlace();
        Upload upload;
        try {
            upload = uploads.keep(body);
        } catch (IOException | RuntimeException e) {
            place.release();
            throw e;
        }
        if (!accept.contains(JSON_LINES)) {
            return Response.ok(taken(meter, upload, options, onlyLook, (step, share) -> {}), MediaType.APPLICATION_JSON)
                    .build();
        }
        AtomicBoolean begun = new AtomicBoolean();
        request.addEndHandler(ended -> {
            if (begun.compareAndSet(false, true)) {
                forget(upload);
            }
        });
        StreamingOutput lines = out -> {
            if (!begun.compareAndSet(false, true)) {
                return;
            }
            try (Telling telling = new Telling(out, mapper)) {
                telling.line(Map.of("step", "reading", "share", 0.0));
                try {
                    telling.line(Map.of("plan", taken(meter, upload, options, onlyLook, telling)));
                } catch (Problem e) {
                    telling.line(Map.of("problem", e.body()));
                }
            }
        };
        return Response.ok(lines, JSON_LINES).build();
    }

    /** Those that were done. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "imports", summary = "The meter's imports, the newest first")
    @APIResponse(responseCode = "200", description = "all of them, also those that were taken out")
    public List<ImportRun> list(@PathParam("meter") String meter, @Context RoutingContext request) {
        check(meter, request);
        return undoing.list(meter);
    }

    /** Takes one out. */
    @DELETE
    @Path("{number}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "undoImport",
            summary = "Takes an import out again as a whole: what was there before is there again",
            description = "The newest of a meter first: later ones rest on it.")
    @APIResponse(responseCode = "200", description = "the meter's imports, the newest first")
    @APIResponse(responseCode = "404", description = "the meter has no such import")
    @APIResponse(responseCode = "409", description = "it is out already, or a later one rests on it")
    public List<ImportRun> undo(
            @PathParam("meter") String meter, @PathParam("number") int number, @Context RoutingContext request) {
        check(meter, request);
        takePlace();
        try {
            if (!undoing.undo(meter, number, (step, share) -> {})) {
                throw Problem.notFound(
                        "Meter " + meter + " has no import " + number + ": the list says which there are.");
            }
            LOG.infof("import %d of meter %s was taken out", number, meter);
            return undoing.list(meter);
        } catch (Refusal e) {
            throw Problem.of(409, e.getMessage());
        } finally {
            place.release();
        }
    }

    private void check(String meter, RoutingContext request) {
        writers.requireImporter(meter, request.request());
        if (!database.isReady()) {
            throw Problem.unavailable("The database is not ready yet: try again in a moment.", RETRY_SECONDS);
        }
    }

    private void takePlace() {
        if (!place.tryAcquire()) {
            throw Problem.tooManyRequests("Another file is being imported: come back when it is done.", RETRY_SECONDS);
        }
    }

    private Plan taken(String meter, Upload upload, ImportOptions options, boolean dryRun, Progress progress) {
        try {
            Plan plan = importing.take(meter, upload, options, dryRun, progress);
            if (plan.imported() != null) {
                LOG.infof("import %d of meter %s: %d quarter hours", plan.imported(), meter, plan.quarters());
            }
            return plan;
        } catch (RuntimeException e) {
            // Not the message: the database quotes values, a serial number among them.
            LOG.warnf("an import of meter %s failed, nothing was written: %s", meter, causes(e));
            throw Problem.unavailable(
                    "The database did not take it, and nothing was written: try again, and see ingest's log.",
                    RETRY_SECONDS);
        } finally {
            forget(upload);
        }
    }

    private static String causes(Throwable failure) {
        StringBuilder words = new StringBuilder();
        for (Throwable each = failure; each != null; each = each.getCause()) {
            words.append(words.isEmpty() ? "" : " < ").append(each.getClass().getSimpleName());
            if (each instanceof SQLException sql) {
                words.append(' ').append(sql.getSQLState()).append(' ').append(sql.getErrorCode());
            }
        }
        return words.toString();
    }

    private void forget(Upload upload) {
        place.release();
        uploads.forget(upload);
    }

    private static boolean isTrue(String word) {
        if (!word.equals("true") && !word.equals("false")) {
            throw Problem.badRequest("dry-run is true or false.");
        }
        return word.equals("true");
    }

    private static ImportOptions options(
            ZoneId household,
            String zone,
            String clock,
            String shift,
            String anchor,
            List<String> device,
            List<String> sensor) {
        try {
            return ImportOptions.of(
                    household, zone, clock, shift == null ? null : Integer.valueOf(shift), anchor, device, sensor);
        } catch (NumberFormatException e) {
            throw Problem.badRequest("shift is a number of minutes, such as 15 or -15.");
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(e.getMessage());
        }
    }
}
