package energy.sem.history.api;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import energy.sem.base.Problem;
import energy.sem.history.answer.BillAnswer;
import energy.sem.history.answer.EventsAnswer;
import energy.sem.history.answer.GroupHistoryAnswer;
import energy.sem.history.answer.GroupSharingAnswer;
import energy.sem.history.answer.PeriodAnswer;
import energy.sem.history.calendar.Household;

/**
 * The form of an answer: JSON or CSV, with a tag of its content, so that who has it already is told so in no bytes.
 */
@ApplicationScoped
public class Form {
    static final String JSON_LINES = "application/x-ndjson";
    static final MediaType JSON_LINES_TYPE = MediaType.valueOf(JSON_LINES);

    /** A finished period may be kept so long without asking: readings that come late, or new prices, show after it. */
    private static final long KEPT_SECONDS = 3600;

    /** Two who share a browser may read different meters. */
    private static final String VARY = "Accept, X-API-Key, Authorization";

    private final ObjectMapper mapper;
    private final Household household;

    Form(ObjectMapper mapper, Household household) {
        this.mapper = mapper;
        this.household = household;
    }

    /** What a request says of the form it wants. */
    public static class Wish {
        @Parameter(
                description =
                        "json (the default), csv, or of ranges and readings ndjson: a JSON object a line; the header"
                                + " Accept does the same")
        @Schema(enumeration = {"json", "csv", "ndjson"})
        @QueryParam("format")
        String format;

        @Parameter(description = "be: semicolons, decimal commas and a byte-order mark, as a Belgian Excel opens it")
        @QueryParam("excel")
        String excel;

        @Context
        HttpHeaders headers;

        @Context
        Request request;

        /** The shape wished for, where lines of JSON are one of them. */
        Shape shape() {
            if (excel != null && !excel.equals("be")) {
                throw Problem.badRequest("excel=" + excel + " is unknown: use excel=be, or leave it out.");
            }
            if (format != null) {
                return switch (format) {
                    case "csv" -> Shape.CSV;
                    case "json" -> Shape.JSON;
                    case "ndjson" -> Shape.LINES;
                    default ->
                        throw Problem.badRequest("format=" + format + " is unknown: use csv or json, or of ranges and"
                                + " readings ndjson.");
                };
            }
            return excel != null ? Shape.CSV : accepted();
        }

        /** Whether CSV is wished for rather than JSON, where there are no lines of JSON. */
        boolean csv() {
            Shape shape = shape();
            if (shape == Shape.LINES && format != null) {
                throw Problem.badRequest("format=ndjson is of ranges and readings: use csv or json.");
            }
            return shape == Shape.CSV;
        }

        /** How CSV is written. */
        Csv dialect() {
            return new Csv(belgian());
        }

        boolean belgian() {
            return "be".equals(excel);
        }

        private Shape accepted() {
            for (MediaType type : headers.getAcceptableMediaTypes()) {
                for (Shape shape : Shape.values()) {
                    if (type.isCompatible(MediaType.valueOf(shape.type))) {
                        return shape;
                    }
                }
            }
            return Shape.JSON;
        }
    }

    /** Shapes of an answer, the one that is sent to who takes all of them first. */
    enum Shape {
        JSON(MediaType.APPLICATION_JSON),
        CSV(Csv.MEDIA_TYPE),
        LINES(JSON_LINES);

        private final String type;

        Shape(String type) {
            this.type = type;
        }
    }

    /** A period or range in the form wished for; 304 when the request has it already. */
    public Response of(PeriodAnswer answer, Wish wish) {
        if (wish.csv()) {
            BucketTable table = BucketTable.of(answer.buckets());
            byte[] csv = csv(
                    wish.dialect(), table.header(), answer.buckets().stream().map(table::row));
            return tagged(csv, Csv.TYPE_UTF_8, wish.request, kept(answer))
                    .header(HttpHeaders.CONTENT_DISPOSITION, file(answer.meter(), "", answer.from()))
                    .build();
        }
        return tagged(json(answer), MediaType.APPLICATION_JSON_TYPE, wish.request, kept(answer))
                .build();
    }

    /** What happened, in the form wished for; 304 when the request has it already. */
    public Response of(EventsAnswer answer, Wish wish) {
        return of(
                answer,
                wish,
                EventTable.HEADER,
                () -> answer.events().stream().map(EventTable::row),
                file(answer.meter(), "events-", answer.from()));
    }

    /** A bill in the form wished for; 304 when the request has it already. */
    public Response of(BillAnswer answer, Wish wish) {
        return of(
                answer,
                wish,
                BillTable.HEADER,
                () -> BillTable.rows(answer),
                file(answer.meter(), "bill-", answer.from()));
    }

    /** What a group counted in the form wished for; 304 when the request has it already. */
    public Response of(GroupHistoryAnswer answer, Wish wish) {
        return of(
                answer,
                wish,
                GroupTable.BUCKETS,
                () -> answer.buckets().stream().map(GroupTable::row),
                file(answer.group(), "group-", answer.from()));
    }

    /** What a group shared in the form wished for; 304 when the request has it already. */
    public Response of(GroupSharingAnswer answer, Wish wish) {
        return of(
                answer,
                wish,
                GroupTable.MEMBERS,
                () -> answer.members().stream().map(each -> GroupTable.row(answer, each)),
                file(answer.group(), "sharing-", answer.from()));
    }

    private Response of(
            Object answer, Wish wish, List<String> header, Supplier<Stream<List<Object>>> rows, String file) {
        if (!wish.csv()) {
            return json(answer, wish.request);
        }
        return tagged(csv(wish.dialect(), header, rows.get()), Csv.TYPE_UTF_8, wish.request, asked())
                .header(HttpHeaders.CONTENT_DISPOSITION, file)
                .build();
    }

    /** The header that makes a browser save CSV as a file. */
    static String file(String meter, String what, OffsetDateTime from) {
        return "attachment; filename=\"" + meter + "-" + what + from.toLocalDate() + ".csv\"";
    }

    /** Any answer as JSON with a tag. */
    public Response json(Object answer, Request request) {
        return tagged(json(answer), MediaType.APPLICATION_JSON_TYPE, request, asked())
                .build();
    }

    private byte[] json(Object answer) {
        try {
            return mapper.writeValueAsBytes(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer does not become JSON", e);
        }
    }

    private static byte[] csv(Csv csv, List<String> header, Stream<List<Object>> rows) {
        StringBuilder text = new StringBuilder(csv.start()).append(csv.line(header));
        rows.forEach(row -> text.append(csv.line(row)));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** How long an answer may be used without asking again. */
    private CacheControl kept(PeriodAnswer answer) {
        ZonedDateTime now = household.now().atZone(ZoneId.of(answer.zone()));
        // Not beyond midnight: then "day,-1" is another day.
        ZonedDateTime midnight = now.toLocalDate().plusDays(1).atStartOfDay(now.getZone());
        if (!answer.complete() || answer.to().isAfter(now.toOffsetDateTime()) || mayCostMore(answer)) {
            return asked();
        }
        CacheControl kept = new CacheControl();
        kept.setPrivate(true);
        kept.setMaxAge(
                (int) Math.min(KEPT_SECONDS, Duration.between(now, midnight).toSeconds()));
        return kept;
    }

    // A day of the running month costs more when the month's peak rises after it.
    private boolean mayCostMore(PeriodAnswer answer) {
        YearMonth running = YearMonth.from(household.now().atZone(household.zone()));
        return answer.total().costs() != null
                && !YearMonth.from(answer.to().minusSeconds(1).atZoneSameInstant(household.zone()))
                        .isBefore(running);
    }

    /** no-cache: may be kept, and is asked for again each time with its tag. */
    private static CacheControl asked() {
        CacheControl asked = new CacheControl();
        asked.setNoCache(true);
        asked.setPrivate(true);
        return asked;
    }

    // Weak, as it stands for the same answer whether it is sent compressed or not. If-None-Match compares weakly (RFC
    // 9110,
    // 13.1.2): a tag that comes back as a strong one is the same.
    private static Response.ResponseBuilder tagged(byte[] body, MediaType type, Request request, CacheControl cache) {
        String hash = hash(body);
        EntityTag tag = new EntityTag(hash, true);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        if (unchanged == null) {
            unchanged = request.evaluatePreconditions(new EntityTag(hash));
        }
        Response.ResponseBuilder response = unchanged != null ? unchanged : Response.ok(body, type);
        return response.tag(tag).cacheControl(cache).header(HttpHeaders.VARY, VARY);
    }

    private static String hash(byte[] body) {
        return HexFormat.of().formatHex(Sha256.digest().digest(body), 0, 12);
    }
}
