package energy.sem.history.calendar;

import java.time.ZonedDateTime;
import java.util.Arrays;

import energy.sem.quarter.QuarterHours;

/**
 * Where the buckets of a span begin and end, some at a time, however many there are. Steps are counted from the start; the
 * last bucket may be shorter. Not thread-safe.
 */
public final class Edges {
    private final Span span;
    private final Step step;
    private final ZonedDateTime start;
    private final ZonedDateTime end;
    private int count;
    private int edge;

    public Edges(Span span, Step step) {
        this.span = span;
        this.step = step;
        start = QuarterHours.start(span.from()).atZone(span.zone());
        end = QuarterHours.start(span.to()).atZone(span.zone());
        edge = span.from();
    }

    /** True until the end was given. */
    public boolean hasNext() {
        return edge < span.to();
    }

    /**
     * The edges of the next buckets: the first is the last of those before, neighbours share one.
     *
     * @param most how many buckets at most
     * @throws energy.sem.base.Problem 400 when a bucket would end beside a quarter hour
     */
    public int[] next(int most) {
        int[] edges = new int[most + 1];
        edges[0] = edge;
        int filled = 1;
        while (hasNext() && filled <= most) {
            ZonedDateTime next = step.shifted(start, ++count);
            edge = next.isBefore(end) ? Math.max(edge + 1, Span.edge(next)) : span.to();
            edges[filled++] = edge;
        }
        return Arrays.copyOf(edges, filled);
    }
}
