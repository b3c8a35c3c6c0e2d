package energy.sem.bridge.alarm.rule;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import energy.sem.event.TelegramEvent;

/**
 * What there is to see of a meter now.
 *
 * @param meter its name; empty for the installation
 * @param now by this computer's clock
 * @param zone the household's
 * @param event the newest reading while it is younger than five minutes; else {@code null}, whatever history holds
 * @param silence since the last reading, or since the start of the bridge
 * @param health what the meter-gateway says of the meter; {@code null} before it did
 * @param guard what the peak guard says; {@code null} while it says nothing
 * @param past what history knows
 * @param limits settings of rules
 */
public record Moment(
        String meter,
        Instant now,
        ZoneId zone,
        TelegramEvent event,
        Duration silence,
        JsonNode health,
        Guard guard,
        Past past,
        Limits limits) {

    /**
     * The running quarter hour.
     *
     * @param projectedW what it ends at
     * @param targetW what it should end at
     * @param secondsLeft until its end
     */
    public record Guard(int projectedW, int targetW, int secondsLeft) {}

    /** The household's wall clock. */
    public ZonedDateTime local() {
        return now.atZone(zone);
    }

    /** The newest reading, if it is of now. */
    public Optional<TelegramEvent> reading() {
        return Optional.ofNullable(event);
    }
}
