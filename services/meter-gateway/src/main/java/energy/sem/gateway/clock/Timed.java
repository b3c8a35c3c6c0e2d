package energy.sem.gateway.clock;

import java.time.Instant;
import java.util.Optional;

import energy.sem.p1.Finding;
import energy.sem.p1.Telegram;
import energy.sem.p1.TelegramTimes;

/**
 * A telegram that has its time.
 *
 * @param arrival when it came, by what is known now
 * @param times when its values were counted
 * @param doubt why they are kept aside for now; empty when they count
 */
public record Timed(Telegram telegram, Instant arrival, TelegramTimes times, Optional<Finding> doubt) {}
