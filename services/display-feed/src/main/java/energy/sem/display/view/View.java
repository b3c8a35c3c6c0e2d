package energy.sem.display.view;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Everything one picture shows. Equal views give equal pictures, so nothing here may change without new data: data end
 * at the last full quarter hour, and there is no time of drawing.
 *
 * @param meter the meter's name
 * @param period the kind of period
 * @param offset which: 0 is the running one, −1 the one before
 * @param utility what is shown; amounts are in its unit
 * @param language the picture's language
 * @param zone the household's time zone; every local time is in it
 * @param firstDay the period's first day
 * @param lastDay the period's last day, inclusive
 * @param asOf the end of the last full quarter hour with data, at most the end of the period; null when there are none
 * @param running whether the period is not over yet
 * @param status whether the data can be trusted
 * @param staleSince the time of the last reading, to the minute; only when stale
 * @param fault why there is an error; only with {@link Status#ERROR}
 * @param demo whether the data are simulated: the picture then says DEMO
 * @param amount the headline, exact: import in Wh, or use of gas or water in litres; null when not known
 * @param exportWh export to the grid; null when not known or not electricity
 * @param previous the period before; null when nothing is known of it
 * @param facts candidates for the facts beside the headline
 * @param buckets the bars in order of time, covering the period; empty when it is not known
 * @param everExported whether this home ever exported: if not, the chart needs no room below zero
 * @param axisAtLeast the axis reaches at least so far up, in the view's unit; null to let the bars decide
 * @param axisDownAtLeastWh the axis reaches at least so far down; null to let the bars decide
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record View(
        String meter,
        Period period,
        int offset,
        Utility utility,
        Language language,
        ZoneId zone,
        LocalDate firstDay,
        LocalDate lastDay,
        LocalDateTime asOf,
        boolean running,
        Status status,
        LocalDateTime staleSince,
        Fault fault,
        boolean demo,
        Long amount,
        Long exportWh,
        Previous previous,
        Facts facts,
        List<Bucket> buckets,
        boolean everExported,
        Long axisAtLeast,
        Long axisDownAtLeastWh) {

    public View {
        Objects.requireNonNull(meter, "meter");
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(utility, "utility");
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(firstDay, "firstDay");
        Objects.requireNonNull(lastDay, "lastDay");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(facts, "facts");
        buckets = List.copyOf(buckets);
        if (offset > 0) {
            throw new IllegalArgumentException("the past is negative: " + offset);
        }
        if (lastDay.isBefore(firstDay)) {
            throw new IllegalArgumentException("the last day " + lastDay + " is before the first " + firstDay);
        }
        if ((status == Status.STALE) != (staleSince != null)) {
            throw new IllegalArgumentException("staleSince belongs to the status stale, and it to staleSince");
        }
        if ((status == Status.ERROR) != (fault != null)) {
            throw new IllegalArgumentException("fault belongs to the status error, and it to a fault");
        }
    }

    /** The unit of {@code amount}, of the buckets' amounts and of the previous period's. */
    @JsonProperty
    public Unit unit() {
        return utility.unit();
    }

    /** The same data in another language. */
    public View in(Language other) {
        return new View(
                meter,
                period,
                offset,
                utility,
                other,
                zone,
                firstDay,
                lastDay,
                asOf,
                running,
                status,
                staleSince,
                fault,
                demo,
                amount,
                exportWh,
                previous,
                facts,
                buckets,
                everExported,
                axisAtLeast,
                axisDownAtLeastWh);
    }

    /** The same data as of a meter that has been silent since the given local time. */
    public View staleSince(LocalDateTime since) {
        return new View(
                meter,
                period,
                offset,
                utility,
                language,
                zone,
                firstDay,
                lastDay,
                asOf,
                running,
                Status.STALE,
                since,
                null,
                demo,
                amount,
                exportWh,
                previous,
                facts,
                buckets,
                everExported,
                axisAtLeast,
                axisDownAtLeastWh);
    }

    /** A view without data: of {@link Status#NO_DATA}, {@link Status#STARTING} or {@link Status#ERROR}. */
    public static View without(
            Status status,
            Fault fault,
            String meter,
            Period period,
            int offset,
            Utility utility,
            Language language,
            ZoneId zone,
            LocalDate firstDay,
            LocalDate lastDay,
            boolean demo) {
        return new View(
                meter,
                period,
                offset,
                utility,
                language,
                zone,
                firstDay,
                lastDay,
                null,
                offset == 0,
                status,
                null,
                fault,
                demo,
                null,
                null,
                null,
                Facts.NONE,
                List.of(),
                false,
                null,
                null);
    }
}
