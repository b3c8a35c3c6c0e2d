package energy.sem.history.answer;

import java.time.OffsetDateTime;

/**
 * What the peak guard allows.
 *
 * @param meter its name
 * @param at the instant of the newest telegram
 * @param ageSeconds how long ago it was received; at most 89
 * @param allowedImportW the power that the whole household may take from the grid now, W, its charger included: at least 1,
 *     at most what the connection lets through
 * @param projectedW what the running quarter hour ends at when the present power stays, W
 * @param targetW what it shall end at, W: the month's peak so far, at least 2500 or
 *     {@code sem.meters.<name>.guard-target-w}, without a margin
 * @param secondsLeft until the quarter hour ends, 1 to 900, by the meter's clock
 * @param endsAt its end
 * @param lost true when it has passed the target already, whatever is switched off
 */
public record GuardAnswer(
        String meter,
        OffsetDateTime at,
        long ageSeconds,
        int allowedImportW,
        int projectedW,
        int targetW,
        int secondsLeft,
        OffsetDateTime endsAt,
        boolean lost) {}
