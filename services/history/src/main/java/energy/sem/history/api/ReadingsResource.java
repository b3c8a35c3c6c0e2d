package energy.sem.history.api;

import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

import energy.sem.base.Problem;
import energy.sem.history.answer.RawReading;
import energy.sem.history.calendar.Household;
import energy.sem.history.calendar.Times;
import energy.sem.history.store.Device;
import energy.sem.history.store.Meter;
import energy.sem.history.store.Meters;
import energy.sem.history.store.QuarterRows;
import energy.sem.history.store.RawReadings;
import energy.sem.history.store.RawRow;
import energy.sem.p1.Register;

/** Raw readings, as long as they are kept. */
@Path("/api/v1/meters/{meter}/readings")
@Produces({ReadingsResource.JSON_LINES, Csv.MEDIA_TYPE, MediaType.APPLICATION_JSON})
@Tag(name = "history")
public class ReadingsResource {
    static final String JSON_LINES = "application/x-ndjson";
    private static final Logger LOG = Logger.getLogger(ReadingsResource.class);

    /** More than this at once are refused: each holds a thread for as long as its reader takes. */
    static final int MOST_AT_ONCE = 20;

    private static final int RETRY_SECONDS = 10;

    private final Semaphore places = new Semaphore(MOST_AT_ONCE);
    private final Meters meters;
    private final RawReadings readings;
    private final QuarterRows rows;
    private final Household household;
    private final ObjectMapper mapper;

    @Inject
    ReadingsResource(Meters meters, RawReadings readings, QuarterRows rows, Household household, ObjectMapper mapper) {
        this.meters = meters;
        this.readings = readings;
        this.rows = rows;
        this.household = household;
        this.mapper = mapper;
    }

    /** Every reading of a range, device by device, streamed. */
    @GET
    @Transactional
    @Operation(
            summary = "Raw readings of any range, streamed: a JSON object a line, or CSV",
            description =
                    "Device by device, each in order of time. Raw readings are kept some days (sem.retention.raw);"
                            + " quarter hours, which /history answers from, are kept for ever.")
    @APIResponse(
            responseCode = "200",
            description = "one reading a line",
            content = {
                @Content(
                        mediaType = JSON_LINES,
                        schema = @Schema(implementation = RawReading.class),
                        examples = @ExampleObject(name = "one line", value = Examples.READING)),
                @Content(mediaType = Csv.MEDIA_TYPE)
            })
    public Response readings(
            @PathParam("meter") String name,
            @Parameter(description = "start, such as 2026-11-02T00:00:00+01:00 or 2026-11-02") @QueryParam("from")
                    String from,
            @Parameter(description = "end, not included") @QueryParam("to") String to,
            @Parameter(description = "the zone of the times; the household's when absent") @QueryParam("zone")
                    String zone,
            @BeanParam Form.Wish wish,
            @Context RoutingContext request) {
        ZoneId times = zone == null ? household.zone() : Times.zone(zone);
        ZonedDateTime start = Times.time("from", from, times);
        ZonedDateTime end = Times.time("to", to, times);
        if (!start.isBefore(end)) {
            throw Problem.badRequest("from is not before to: exchange them.");
        }
        Csv csv = wish.csv() ? new Csv(wish.belgian()) : null;
        Meter meter = meters.named(name).orElseThrow(() -> NoMeter.named(name));
        long fromMilli = start.toInstant().toEpochMilli();
        long toMilli = end.toInstant().toEpochMilli();
        takePlace(request);
        // The first page is read before the answer begins: a database that is away is still a 503 then.
        List<RawRow> first = meter.devices().isEmpty()
                ? List.of()
                : readings.page(meter.devices().get(0), fromMilli, toMilli);
        Set<Register> columns = csv == null ? Set.of() : Csv.registers(registers(meter));
        ReadingLines lines = new ReadingLines(mapper.writerFor(RawReading.class), csv, times, columns);
        StreamingOutput body = output -> {
            try {
                write(output, lines, meter.devices(), first, fromMilli, toMilli);
            } catch (JsonProcessingException e) {
                throw e;
            } catch (IOException e) {
                LOG.debugf(e, "a reader of the raw readings of %s is gone", name);
            }
        };
        return Response.ok(body, csv == null ? MediaType.valueOf(JSON_LINES) : Csv.TYPE_UTF_8)
                .build();
    }

    private Set<Register> registers(Meter meter) {
        Set<Register> registers = EnumSet.noneOf(Register.class);
        rows.bounds(meter)
                .values()
                .forEach(bounds -> registers.addAll(bounds.registers().keySet()));
        return registers;
    }

    /** For as long as the answer takes, or until its reader is gone. */
    private void takePlace(RoutingContext request) {
        if (!places.tryAcquire()) {
            throw Problem.tooManyRequests(
                    MOST_AT_ONCE + " answers of raw readings are being sent already: come back later, or ask /history,"
                            + " which adds up.",
                    RETRY_SECONDS);
        }
        request.addEndHandler(ended -> places.release());
    }

    private void write(
            OutputStream output,
            ReadingLines lines,
            List<Device> devices,
            List<RawRow> first,
            long fromMilli,
            long toMilli)
            throws IOException {
        lines.header(output);
        List<RawRow> page = first;
        for (int i = 0; i < devices.size(); i++) {
            Device device = devices.get(i);
            page = i == 0 ? page : readings.page(device, fromMilli, toMilli);
            while (!page.isEmpty()) {
                for (RawRow row : page) {
                    lines.line(output, device, row);
                }
                page = page.size() < RawReadings.PAGE
                        ? List.of()
                        : readings.page(device, page.get(page.size() - 1).atMilli() + 1, toMilli);
            }
        }
    }
}
