package energy.sem.gateway.clock;

import energy.sem.p1.Telegram;

/**
 * A telegram that has come.
 *
 * @param live whether it was read from the meter; one that is pushed, or comes from a recording, may be of the past
 */
public record Incoming(Telegram telegram, Moment arrival, boolean live) {}
