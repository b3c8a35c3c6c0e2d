package energy.sem.display.serve;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

import energy.sem.display.view.Status;
import energy.sem.display.view.View;

/**
 * When it is worth asking again, as seconds: a device needs no clock. Never less than the pause that the panel's maker
 * asks for between two refreshes.
 */
final class NextUpdate {
    /** Waveshare: at least 180 s between refreshes. */
    static final long LEAST_SECONDS = 180;

    private static final long TROUBLE_SECONDS = 300;
    /** From the edge until its readings are stored, asked for and drawn. */
    private static final Duration SETTLED = Duration.ofSeconds(45);

    /** How long after the end of a period its last readings are waited for. */
    private static final Duration LAST_READINGS = Duration.ofMinutes(15);

    private static final Duration MOST = Duration.ofHours(6);
    private static final LocalTime NIGHT = LocalTime.of(23, 0);
    private static final LocalTime MORNING = LocalTime.of(5, 30);

    private NextUpdate() {}

    /** Whole seconds until the view can have changed, from now. */
    static long seconds(View view, Instant now) {
        if (view.status() != Status.OK) {
            return TROUBLE_SECONDS;
        }
        ZonedDateTime local = now.atZone(view.subject().zone());
        Instant due = view.subject().running() ? nextEdge(view, local) : overAt(view, local);
        Instant latest = now.plus(MOST);
        long seconds = Duration.between(now, due.isAfter(latest) ? latest : due).toSeconds();
        return Math.max(LEAST_SECONDS, seconds);
    }

    private static Instant nextEdge(View view, ZonedDateTime now) {
        ZonedDateTime edge = edgeBefore(now, 15);
        boolean newest = view.state().asOf() == null || !view.state().asOf().isBefore(edge.toLocalDateTime());
        if (!newest && now.isBefore(edge.plus(SETTLED))) {
            return edge.plus(SETTLED).toInstant();
        }
        LocalTime time = now.toLocalTime();
        boolean night = !time.isBefore(NIGHT) || time.isBefore(MORNING);
        int minutes = night || view.subject().period().coarse() ? 60 : 15;
        return edgeBefore(now, minutes).plusMinutes(minutes).plus(SETTLED).toInstant();
    }

    /** A period that is over changes its name at midnight; just after its end its last readings are still to come. */
    private static Instant overAt(View view, ZonedDateTime now) {
        LocalDateTime end = view.subject().lastDay().plusDays(1).atStartOfDay();
        LocalDateTime asOf = view.state().asOf();
        boolean whole = asOf == null || !asOf.isBefore(end);
        return whole || now.toLocalDateTime().isAfter(end.plus(LAST_READINGS)) ? nextDay(now) : now.toInstant();
    }

    private static Instant nextDay(ZonedDateTime now) {
        return now.toLocalDate()
                .plusDays(1)
                .atStartOfDay(now.getZone())
                .plus(SETTLED)
                .toInstant();
    }

    private static ZonedDateTime edgeBefore(ZonedDateTime now, int minutes) {
        return now.truncatedTo(ChronoUnit.HOURS).plusMinutes((long) minutes * (now.getMinute() / minutes));
    }
}
