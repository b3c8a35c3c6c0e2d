package energy.sem.history.api;

import java.time.ZoneId;
import java.time.ZonedDateTime;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import energy.sem.base.Problem;
import energy.sem.history.calendar.Household;
import energy.sem.history.calendar.Times;

/** From when to when a request asks, in which zone: any two times. */
public class Range {
    @Parameter(description = "start, such as 2026-11-02T00:00:00+01:00 or 2026-11-02")
    @QueryParam("from")
    String from;

    @Parameter(description = "end, not included")
    @QueryParam("to")
    String to;

    @Parameter(description = "the zone of the times; the household's when absent")
    @QueryParam("zone")
    String zone;

    /** Two times in one zone, the first before the second. */
    record Ends(ZonedDateTime from, ZonedDateTime to) {
        ZoneId zone() {
            return from.getZone();
        }

        long fromMilli() {
            return from.toInstant().toEpochMilli();
        }

        long toMilli() {
            return to.toInstant().toEpochMilli();
        }
    }

    /**
     * What it says.
     *
     * @throws Problem 400 when it says nothing that there is
     */
    Ends times(Household household) {
        ZoneId times = zone(zone, household);
        ZonedDateTime start = Times.time("from", from, times);
        ZonedDateTime end = Times.time("to", to, times);
        if (!start.isBefore(end)) {
            throw Problem.badRequest("from is not before to: exchange them.");
        }
        return new Ends(start, end);
    }

    /** The zone of this name, the household's without one. */
    static ZoneId zone(String name, Household household) {
        return name == null ? household.zone() : Times.zone(name);
    }
}
