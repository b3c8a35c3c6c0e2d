package energy.sem.history.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;

import energy.sem.base.Problem;
import energy.sem.quarter.QuarterHours;

/**
 * A stretch of whole quarter hours, seen in a zone.
 *
 * @param zone the calendar's
 * @param from number of its first quarter hour
 * @param to number of the first quarter hour after it; more than {@code from}
 */
public record Span(ZoneId zone, int from, int to) {
    /** More buckets than this are not answered. */
    public static final int MOST_BUCKETS = 5000;

    public Span {
        if (from >= to) {
            throw new IllegalArgumentException("from " + from + " is not before to " + to);
        }
    }

    /**
     * The period of a view.
     *
     * @param now decides which one is running
     * @throws Problem 400 when it lies before 1970 or the zone's clock is not on quarter hours then
     */
    public static Span of(View view, Instant now, ZoneId zone) {
        LocalDate start = view.period().shifted(view.period().start(LocalDate.ofInstant(now, zone)), view.offset());
        LocalDate end = view.period().shifted(start, 1);
        return between(start.atStartOfDay(zone), end.atStartOfDay(zone));
    }

    /**
     * The stretch between two times.
     *
     * @throws Problem 400 when they are not in this order, not on quarter hours, or beyond 1970 to 2200
     */
    public static Span between(ZonedDateTime from, ZonedDateTime to) {
        int first = edge(from);
        int end = edge(to);
        if (!from.isBefore(to)) {
            throw Problem.badRequest("from is not before to: exchange them.");
        }
        return new Span(from.getZone(), first, end);
    }

    /** The edge at this number as a time with its offset. */
    public OffsetDateTime time(int quarter) {
        return QuarterHours.start(quarter).atZone(zone).toOffsetDateTime();
    }

    /** An instant, milliseconds since 1970 in UTC, as a time with its offset; parts of a second are left out. */
    public OffsetDateTime timeOfMilli(long epochMilli) {
        return Instant.ofEpochSecond(Math.floorDiv(epochMilli, 1000))
                .atZone(zone)
                .toOffsetDateTime();
    }

    /** Its start as a time with its offset. */
    public OffsetDateTime fromTime() {
        return time(from);
    }

    /** Its end as a time with its offset. */
    public OffsetDateTime toTime() {
        return time(to);
    }

    /**
     * Where its buckets begin and end: the first is {@link #from}, the last {@link #to}, neighbours share one. Steps are
     * counted from the start; the last bucket may be shorter.
     *
     * @throws Problem 400 when there are more than {@value #MOST_BUCKETS}
     */
    public int[] edges(Step step) {
        Edges all = new Edges(this, step);
        int[] edges = all.next(MOST_BUCKETS);
        if (all.hasNext()) {
            throw Problem.badRequest(
                    "That is more than " + MOST_BUCKETS + " buckets: ask for a shorter range or a longer"
                            + " step (PT15M, PT1H, P1D, P1M), or any number of them with format=csv or format=ndjson.");
        }
        return edges;
    }

    /** True when it begins with a day of its zone. */
    public boolean startsWithDay() {
        ZonedDateTime time = QuarterHours.start(from).atZone(zone);
        return time.equals(time.toLocalDate().atStartOfDay(zone));
    }

    /**
     * The point of the previous period that is as far along its calendar as {@code point} is along this one: the same
     * date and time of day one period earlier. A date that the previous period does not have (the 31st, 29 February)
     * is its next month's start, at most its end. A time that its clock skipped is when it did,
     * and one that comes here for the second time is the end of that hour: the point never goes back.
     *
     * @param period this span's
     * @param point a quarter hour from {@link #from} to {@link #to}
     */
    public int samePoint(Period period, Span previous, int point) {
        LocalDateTime local = LocalDateTime.ofInstant(QuarterHours.start(point), zone);
        LocalDate day = period.shifted(local.toLocalDate(), -1);
        boolean exists = period.shifted(day, 1).equals(local.toLocalDate());
        Instant same = exists
                ? instant(
                        day.atTime(local.toLocalTime()),
                        QuarterHours.start(point).atZone(zone))
                : day.plusDays(1).atStartOfDay(zone).toInstant();
        int quarter = QuarterHours.of(same);
        return Math.max(previous.from, Math.min(previous.to, quarter));
    }

    /** When it is a local time of another day, for a time that shows it on its day. */
    private Instant instant(LocalDateTime local, ZonedDateTime shown) {
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        if (change != null && change.isGap()) {
            return change.getInstant();
        }
        ZoneOffsetTransition back = zone.getRules().getTransition(shown.toLocalDateTime());
        boolean second = back != null && back.isOverlap() && shown.getOffset().equals(back.getOffsetAfter());
        LocalDateTime same = second && change == null
                ? local.plus(Duration.between(shown.toLocalDateTime(), back.getDateTimeBefore()))
                : local;
        return ZonedDateTime.ofLocal(same, zone, shown.getOffset()).toInstant();
    }

    static int edge(ZonedDateTime time) {
        Times.within(time);
        if (!QuarterHours.isEdge(time.toInstant())) {
            throw Problem.badRequest(time.toOffsetDateTime()
                    + " is not on a quarter hour: use :00, :15, :30 or :45, and a zone that does.");
        }
        return QuarterHours.of(time.toInstant());
    }
}
