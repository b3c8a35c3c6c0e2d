package energy.sem.history.api;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import energy.sem.base.Problem;
import energy.sem.base.Version;
import energy.sem.history.calendar.Household;
import energy.sem.history.cost.Contracts;
import energy.sem.history.export.ExportTable;
import energy.sem.history.store.Device;
import energy.sem.history.store.KeptTable;
import energy.sem.history.store.Kind;
import energy.sem.history.store.Meter;
import energy.sem.history.store.Meters;
import energy.sem.history.store.QuarterRows;
import energy.sem.history.store.Snapshot;
import energy.sem.history.store.Snapshots;
import energy.sem.p1.Register;

/** A meter's whole history, to leave with. */
@Path("/api/v1/meters/{meter}/export")
@Produces({ExportResource.ZIP, Csv.MEDIA_TYPE})
@Tag(name = "history")
public class ExportResource {
    static final String ZIP = "application/zip";

    /** SEM's own form. */
    private static final String SEM = "sem";

    /** Each holds a connection to the database for as long as its reader takes. */
    private static final int MOST_AT_ONCE = 2;

    private final Meters meters;
    private final QuarterRows rows;
    private final Snapshots snapshots;
    private final Contracts contracts;
    private final Household household;
    private final List<ExportTable> tables;
    private final Streams streams;
    private final ObjectMapper mapper;
    private final Places places =
            new Places(MOST_AT_ONCE, "Others are leaving with a history already: come back later.", 30);

    @Inject
    ExportResource(
            Meters meters,
            QuarterRows rows,
            Snapshots snapshots,
            Contracts contracts,
            Household household,
            @Any Instance<ExportTable> tables,
            Streams streams,
            ObjectMapper mapper) {
        this.meters = meters;
        this.rows = rows;
        this.snapshots = snapshots;
        this.contracts = contracts;
        this.household = household;
        this.tables = tables.stream().toList();
        this.streams = streams;
        this.mapper = mapper;
    }

    /** All of it in one file. */
    @GET
    @Operation(
            summary = "The whole history of a meter as one file, streamed",
            description =
                    "sem: a zip that SEM reads back, of all that is kept for ever. home-assistant, dsmr-reader, months:"
                            + " one CSV in the form of others, and month by month as an invoice.")
    @APIResponse(
            responseCode = "200",
            description = "the file",
            content = {@Content(mediaType = ZIP), @Content(mediaType = Csv.MEDIA_TYPE)})
    public Response export(
            @PathParam("meter") String name,
            @Parameter(description = "sem, home-assistant, dsmr-reader or months") @DefaultValue(SEM) @QueryParam("as")
                    String as,
            @Context RoutingContext request) {
        Optional<ExportTable> table =
                tables.stream().filter(each -> each.word().equals(as)).findFirst();
        if (table.isEmpty() && !as.equals(SEM)) {
            throw Problem.badRequest("as=" + as + " is unknown: use sem, "
                    + tables.stream().map(ExportTable::word).sorted().collect(Collectors.joining(", ")) + ".");
        }
        Meter meter =
                QuarkusTransaction.requiringNew().call(() -> meters.named(name)).orElseThrow(() -> NoMeter.named(name));
        places.take(request);
        return table.isPresent() ? csv(meter, table.get(), request) : zip(meter, request);
    }

    private Response csv(Meter meter, ExportTable table, RoutingContext request) {
        Csv csv = new Csv(false);
        return answer(meter, table.word() + ".csv", Csv.TYPE_UTF_8, request, output -> {
            write(output, csv.line(table.header()));
            table.write(meter, cells -> write(output, csv.line(cells)));
        });
    }

    private static void write(OutputStream output, String line) throws IOException {
        output.write(line.getBytes(StandardCharsets.UTF_8));
    }

    private Response zip(Meter meter, RoutingContext request) {
        Set<Register> registers = rows.registers(meter);
        // Taken before the answer begins: a database that is away is still a 503 then.
        Snapshot snapshot = snapshots.now(household.zone());
        // Also of an answer without a body, to HEAD; the database is asked for it, so not by the thread that serves
        // all.
        request.addEndHandler(ended -> {
            var unused = request.vertx().executeBlocking(() -> {
                snapshot.close();
                return null;
            });
        });
        return answer(meter, "zip", MediaType.valueOf(ZIP), request, output -> {
            try (snapshot) {
                write(meter, registers, snapshot, new ExportZip(output, mapper));
            }
        });
    }

    private void write(Meter meter, Set<Register> registers, Snapshot snapshot, ExportZip zip) throws IOException {
        List<Device> devices = meter.devices();
        List<Device> electricity =
                devices.stream().filter(each -> each.kind() == Kind.ELECTRICITY).toList();
        zip.readMe(meter.name());
        zip.table("devices", List.of("device", "kind", "serial"), line -> {
            for (int i = 0; i < devices.size(); i++) {
                line.of(List.of(
                        i + 1, devices.get(i).kind().word(), devices.get(i).serial()));
            }
        });
        zip.ofDevices(KeptTable.quarterHours(registers), devices, devices, snapshot);
        zip.ofDevices(KeptTable.days(), devices, electricity, snapshot);
        zip.ofDevices(KeptTable.monthPeaks(), devices, electricity, snapshot);
        KeptTable events = KeptTable.occurrences();
        zip.table(events.name(), events.header(), line -> snapshot.<IOException>read(events, meter.name(), line::of));
        zip.json("contracts", contracts.of(meter.name()));
        zip.end(
                meter,
                household.zone().getId(),
                household.now(),
                Version.ofThisBuild().version());
    }

    private Response answer(Meter meter, String ending, MediaType type, RoutingContext request, Streams.Body body) {
        String separator = ending.contains(".") ? "-" : ".";
        return streams.answer("the history of " + meter.name(), type, request, body)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"sem-" + meter.name() + separator + ending + '"')
                .build();
    }
}
