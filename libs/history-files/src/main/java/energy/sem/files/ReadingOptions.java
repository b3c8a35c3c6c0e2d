package energy.sem.files;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;

/**
 * What files leave open and a user must say.
 *
 * @param zone the household's zone, of wall times without one
 * @param clock the zone of wall times that a program and not a person wrote: the original SEM's {@code reading_time} where it is
 *     a DATETIME (the zone of its container, mostly UTC), Home Assistant's statistics CSV
 * @param sensors what each sensor, feed or column counts, by its name in the file ({@code sensor.energy_import_tariff_1};
 *     emonCMS: the number of the feed); those not named are guessed from name and unit, which a note says
 * @param shift added to each time of a source that is known to differ in that (HomeWizard: 0 or 15 minutes); the overlap with
 *     live readings shows which
 */
public record ReadingOptions(ZoneId zone, ZoneId clock, Map<String, SensorMeaning> sensors, Duration shift) {

    public ReadingOptions {
        Objects.requireNonNull(zone);
        Objects.requireNonNull(clock);
        Objects.requireNonNull(shift);
        sensors = Map.copyOf(sensors);
    }

    /** Nothing but the household's zone. */
    public static ReadingOptions in(ZoneId zone) {
        return new ReadingOptions(zone, zone, Map.of(), Duration.ZERO);
    }

    /** The same with another zone for what programs wrote. */
    public ReadingOptions withClock(ZoneId newClock) {
        return new ReadingOptions(zone, newClock, sensors, shift);
    }

    /** The same with other meanings of sensors. */
    public ReadingOptions withSensors(Map<String, SensorMeaning> newSensors) {
        return new ReadingOptions(zone, clock, newSensors, shift);
    }

    /** The same with another shift. */
    public ReadingOptions withShift(Duration newShift) {
        return new ReadingOptions(zone, clock, sensors, newShift);
    }
}
