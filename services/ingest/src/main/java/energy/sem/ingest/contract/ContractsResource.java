package energy.sem.ingest.contract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

import energy.sem.base.Problem;
import energy.sem.bill.tariff.Contract;
import energy.sem.bill.tariff.SoleContract;
import energy.sem.bill.tariff.Tariff;
import energy.sem.bill.tariff.TariffSet;
import energy.sem.bill.tariff.TariffSets;
import energy.sem.ingest.door.MeterWriters;
import energy.sem.ingest.start.Database;

/** Keeps contracts of a meter, and takes them away. */
@Path("/api/v1/meters/{meter}/contracts/{name}")
@Tag(name = "contracts")
@Blocking
public class ContractsResource {
    private static final Logger LOG = Logger.getLogger(ContractsResource.class);
    private static final int RETRY_SECONDS = 30;

    private final ContractTable table;
    private final MeterWriters writers;
    private final Database database;

    ContractsResource(ContractTable table, MeterWriters writers, Database database) {
        this.table = table;
        this.writers = writers;
        this.database = database;
    }

    /** Keeps one as it came. */
    @PUT
    @Consumes({"application/yaml", MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
    @Operation(
            operationId = "putContract",
            summary = "Keeps a contract of the meter, in place of the one of this name",
            description =
                    "The body is a document with one contract, as docs/contracts.example.yaml explains it; JSON is YAML too. History counts"
                            + " by it within five seconds, unless its settings or its file have one in its place.")
    @APIResponse(responseCode = "204", description = "it is kept")
    @APIResponse(
            responseCode = "400",
            description = "it is no contract of this meter and name: the detail says the line")
    @APIResponse(responseCode = "401", description = "the administrator's key is needed")
    @APIResponse(responseCode = "404", description = "no key is set: nothing can be kept")
    public Response put(
            @PathParam("meter") String meter,
            @PathParam("name") String name,
            @RequestBody(content = @Content(mediaType = "application/yaml")) InputStream body,
            @Context RoutingContext request)
            throws IOException {
        check(meter, request);
        byte[] document = body.readNBytes(SoleContract.MOST_BYTES + 1);
        if (document.length > SoleContract.MOST_BYTES) {
            throw Problem.tooLarge("A contract has at most 64 KiB: that is none.");
        }
        Contract contract = read(document);
        if (!contract.name().equals(name) || !contract.isFor(meter)) {
            throw Problem.badRequest("The document is contract " + contract.name() + " of " + contract.meter()
                    + ", and the address says " + name + " of " + meter + ": they must be the same.");
        }
        try {
            Contract before = known(name);
            if (before != null && !before.isFor(meter)) {
                throw Problem.of(
                        409, "Meter " + before.meter() + " has a contract " + name + " already: choose another name.");
            }
            if (!table.put(name, new String(document, StandardCharsets.UTF_8))) {
                throw Problem.of(
                        409, "There are " + ContractTable.MOST + " contracts already: a file has room for more.");
            }
        } catch (SQLException e) {
            throw away(e);
        }
        LOG.infof("contract %s of meter %s was set up", name, meter);
        return Response.noContent().build();
    }

    /** Takes one away. */
    @DELETE
    @Operation(operationId = "removeContract", summary = "Takes a contract away that was set up here")
    @APIResponse(responseCode = "204", description = "it is gone")
    @APIResponse(responseCode = "404", description = "the meter has no such contract here")
    public Response remove(
            @PathParam("meter") String meter, @PathParam("name") String name, @Context RoutingContext request) {
        check(meter, request);
        try {
            String document = table.document(name);
            Contract before = document == null ? null : known(name);
            if (document == null || (before != null && !before.isFor(meter))) {
                throw Problem.notFound("Meter " + meter + " has no contract " + name
                        + " that was set up on the page: those of the settings and of a file are changed there.");
            }
            table.remove(name);
        } catch (SQLException e) {
            throw away(e);
        }
        LOG.infof("contract %s of meter %s was taken away", name, meter);
        return Response.noContent().build();
    }

    private void check(String meter, RoutingContext request) {
        writers.requireAdministrator(meter, request.request());
        if (!database.isReady()) {
            throw Problem.unavailable("The database is not ready yet: try again in a moment.", RETRY_SECONDS);
        }
    }

    private static Contract read(byte[] document) {
        try {
            Contract contract = SoleContract.read(document);
            Map<String, TariffSet> shipped = TariffSets.shipped();
            // Sets of one's own stand in a file that only history reads, which says what does not fit.
            if (shipped.keySet().containsAll(contract.sets())) {
                Tariff.of(contract, shipped);
            }
            return contract;
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("The contract cannot be read: " + e.getMessage());
        }
    }

    /** The one of this name as it is kept; {@code null} without one, and when a later version wrote it. */
    private Contract known(String name) throws SQLException {
        String document = table.document(name);
        try {
            return document == null ? null : SoleContract.read(document.getBytes(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            LOG.debugf(e, "contract %s cannot be read", name);
            return null;
        }
    }

    private static Problem away(SQLException e) {
        LOG.warnf("a contract could not be kept: %s %d", e.getSQLState(), e.getErrorCode());
        return Problem.unavailable("The database did not take it: try again in a moment.", RETRY_SECONDS);
    }
}
