package energy.sem.history.api;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.Semaphore;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.ext.web.RoutingContext;

import energy.sem.history.answer.Bucket;
import energy.sem.history.calendar.Edges;
import energy.sem.history.calendar.Span;
import energy.sem.history.calendar.Step;
import energy.sem.history.period.Details;
import energy.sem.history.period.RangeBuckets;
import energy.sem.history.period.Until;
import energy.sem.history.store.Meter;

/** The buckets of a range of any length, a line each, sent while they are read. */
@Singleton
class LongRanges {
    /** So many are read at the same moment: of the few connections to the database the page needs the others. */
    private static final int MOST_READING = 2;

    private final Semaphore reading = new Semaphore(MOST_READING);
    private final RangeBuckets buckets;
    private final Streams streams;
    private final ObjectMapper mapper;

    LongRanges(RangeBuckets buckets, Streams streams, ObjectMapper mapper) {
        this.buckets = buckets;
        this.streams = streams;
        this.mapper = mapper;
    }

    /** Whether a range in this shape is answered so: lines of JSON always, CSV when it has more buckets than other answers. */
    static boolean isOne(Form.Shape shape, Span span, Step step) {
        if (shape != Form.Shape.CSV) {
            return shape == Form.Shape.LINES;
        }
        Edges edges = new Edges(span, step);
        edges.next(Span.MOST_BUCKETS);
        return edges.hasNext();
    }

    /** Within a transaction; its snapshot is that of the first lot. */
    Response answer(
            Meter meter, Span span, Step step, Until until, Details details, Form.Wish wish, RoutingContext request) {
        streams.takePlace(request);
        RangeBuckets.Lots lots = buckets.of(meter, span, step, until, details);
        // Read before the answer begins: a database that is away is still a 503 then.
        List<Bucket> first = lots.next();
        String what = "a range of " + meter.name();
        if (wish.shape() == Form.Shape.LINES) {
            Lines<Bucket> lines = Lines.json(mapper.writerFor(Bucket.class));
            return streams.answer(what, Form.JSON_LINES_TYPE, request, output -> write(output, lines, first, lots))
                    .build();
        }
        BucketTable table = BucketTable.of(lots.registers());
        Lines<Bucket> lines = Lines.csv(wish.dialect(), table.header(), table::row);
        return streams.answer(what, Csv.TYPE_UTF_8, request, output -> write(output, lines, first, lots))
                .header(HttpHeaders.CONTENT_DISPOSITION, Form.file(meter.name(), "", span.fromTime()))
                .build();
    }

    private void write(OutputStream output, Lines<Bucket> lines, List<Bucket> first, RangeBuckets.Lots lots)
            throws IOException {
        lines.begin(output);
        List<Bucket> lot = first;
        while (true) {
            for (Bucket each : lot) {
                lines.write(output, each);
            }
            if (!lots.hasNext()) {
                return;
            }
            lot = next(lots);
        }
    }

    private List<Bucket> next(RangeBuckets.Lots lots) {
        reading.acquireUninterruptibly();
        try {
            return QuarkusTransaction.requiringNew().call(lots::next);
        } finally {
            reading.release();
        }
    }
}
