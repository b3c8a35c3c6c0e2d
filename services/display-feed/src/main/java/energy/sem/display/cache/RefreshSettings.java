package energy.sem.display.cache;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

import energy.sem.display.view.Language;

/**
 * How history is watched.
 *
 * @param meter the meter of a request that names none; empty for the first by name
 * @param language of views that nobody asked for in another
 * @param zone of the household, until history says it
 * @param pollEvery how often history is asked whether there is something new
 * @param grace how long history may fail before running periods carry a banner
 * @param patience how long a device waits for a view that is not at hand
 */
public record RefreshSettings(
        Optional<String> meter,
        Language language,
        ZoneId zone,
        Duration pollEvery,
        Duration grace,
        Duration patience) {}
