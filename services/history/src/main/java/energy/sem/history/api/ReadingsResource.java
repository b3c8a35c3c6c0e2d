package energy.sem.history.api;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import energy.sem.history.answer.RawReading;
import energy.sem.history.calendar.Household;
import energy.sem.history.store.Device;
import energy.sem.history.store.Meter;
import energy.sem.history.store.Meters;
import energy.sem.history.store.QuarterRows;
import energy.sem.history.store.RawReadings;
import energy.sem.history.store.RawRow;

/** Raw readings, as long as they are kept. */
@Path("/api/v1/meters/{meter}/readings")
@Produces({Form.JSON_LINES, Csv.MEDIA_TYPE, MediaType.APPLICATION_JSON})
@Tag(name = "history")
public class ReadingsResource {
    private final Meters meters;
    private final RawReadings readings;
    private final QuarterRows rows;
    private final Household household;
    private final Streams streams;
    private final ObjectMapper mapper;

    @Inject
    ReadingsResource(
            Meters meters,
            RawReadings readings,
            QuarterRows rows,
            Household household,
            Streams streams,
            ObjectMapper mapper) {
        this.meters = meters;
        this.readings = readings;
        this.rows = rows;
        this.household = household;
        this.streams = streams;
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
                        mediaType = Form.JSON_LINES,
                        schema = @Schema(implementation = RawReading.class),
                        examples = @ExampleObject(name = "one line", value = Examples.READING)),
                @Content(mediaType = Csv.MEDIA_TYPE)
            })
    public Response readings(
            @PathParam("meter") String name,
            @BeanParam Range range,
            @BeanParam Form.Wish wish,
            @Context RoutingContext request) {
        Range.Ends times = range.times(household);
        boolean csv = wish.shape() == Form.Shape.CSV;
        Meter meter = meters.named(name).orElseThrow(() -> NoMeter.named(name));
        streams.takePlace(request);
        // The first page is read before the answer begins: a database that is away is still a 503 then.
        List<RawRow> first = meter.devices().isEmpty()
                ? List.of()
                : readings.page(meter.devices().get(0), times.fromMilli(), times.toMilli());
        Lines<RawReading> lines;
        if (csv) {
            ReadingTable table = new ReadingTable(BucketTable.columns(rows.registers(meter)));
            lines = Lines.csv(wish.dialect(), table.header(), table::row);
        } else {
            lines = Lines.json(mapper.writerFor(RawReading.class));
        }
        return streams.answer(
                        "the raw readings of " + name,
                        csv ? Csv.TYPE_UTF_8 : Form.JSON_LINES_TYPE,
                        request,
                        output -> write(output, lines, meter.devices(), first, times))
                .build();
    }

    private void write(
            OutputStream output, Lines<RawReading> lines, List<Device> devices, List<RawRow> first, Range.Ends times)
            throws IOException {
        lines.begin(output);
        List<RawRow> page = first;
        for (int i = 0; i < devices.size(); i++) {
            Device device = devices.get(i);
            page = i == 0 ? page : readings.page(device, times.fromMilli(), times.toMilli());
            while (!page.isEmpty()) {
                for (RawRow row : page) {
                    lines.write(output, ReadingTable.reading(device, row, times.zone()));
                }
                page = page.size() < RawReadings.PAGE
                        ? List.of()
                        : readings.page(device, page.get(page.size() - 1).atMilli() + 1, times.toMilli());
            }
        }
    }
}
