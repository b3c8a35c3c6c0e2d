package energy.sem.history.period;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import energy.sem.base.Problem;
import energy.sem.history.answer.Decimal;
import energy.sem.history.answer.PowerAnswer;
import energy.sem.history.calendar.Household;
import energy.sem.history.store.Device;
import energy.sem.history.store.Kind;
import energy.sem.history.store.Meter;
import energy.sem.history.store.RawReadings;

/** The mean power of each minute, from raw readings for as long as they are kept: the curve of a day. */
@ApplicationScoped
public class PowerCurve {
    private static final long MINUTE_MILLI = 60_000;
    /** More would be read from more raw readings than a page may wait for. */
    private static final Duration LONGEST = Duration.ofDays(2);
    /** What is shown when nothing is asked for. */
    private static final Duration USUAL = Duration.ofDays(1);

    private final RawReadings readings;
    private final Household household;

    public PowerCurve(RawReadings readings, Household household) {
        this.readings = readings;
        this.household = household;
    }

    /**
     * The minutes that lie between two times, the first and the last one whole.
     *
     * @param from {@code null}: 24 hours before {@code to}
     * @param to {@code null}: now
     */
    public PowerAnswer of(Meter meter, ZonedDateTime from, ZonedDateTime to, ZoneId zone) {
        Instant end = to == null ? household.now() : to.toInstant();
        Instant begin = from == null ? end.minus(USUAL) : from.toInstant();
        if (!begin.isBefore(end)) {
            throw Problem.badRequest("from is not before to: exchange them.");
        }
        if (Duration.between(begin, end).compareTo(LONGEST) > 0) {
            throw Problem.badRequest("That is more than " + LONGEST.toHours()
                    + " hours: ask for a shorter stretch, or /history, which adds up.");
        }
        long first = begin.truncatedTo(ChronoUnit.MINUTES).toEpochMilli();
        int minutes = Math.toIntExact((end.toEpochMilli() - first + MINUTE_MILLI - 1) / MINUTE_MILLI);
        Integer[] importW = new Integer[minutes];
        Integer[] exportW = new Integer[minutes];
        for (Device device : meter.devices()) {
            if (device.kind() == Kind.ELECTRICITY) {
                readings.meanPowerW(device, first, MINUTE_MILLI, importW, exportW);
            }
        }
        return new PowerAnswer(
                meter.name(),
                meter.simulated() ? true : null,
                zone.getId(),
                time(first, zone),
                time(first + minutes * MINUTE_MILLI, zone),
                "PT1M",
                kilowatts(importW),
                kilowatts(exportW));
    }

    private static List<BigDecimal> kilowatts(Integer[] watts) {
        return Arrays.stream(watts).map(Decimal::thousandths).toList();
    }

    private static OffsetDateTime time(long milli, ZoneId zone) {
        return Instant.ofEpochMilli(milli).atZone(zone).toOffsetDateTime();
    }
}
