package energy.sem.ingest.store;

import energy.sem.event.TelegramEvent;

/**
 * An event that cannot be stored, now or later.
 *
 * @param event which
 * @param cause a word for counting
 * @param detail a sentence for people
 */
public record Refused(TelegramEvent event, String cause, String detail) {}
