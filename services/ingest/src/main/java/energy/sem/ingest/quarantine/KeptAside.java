package energy.sem.ingest.quarantine;

import java.time.Instant;
import java.util.Optional;

/**
 * Which of the values that were kept aside.
 *
 * @param meter the configured name
 * @param serial of one device only; an empty text: whole events only
 * @param cause of one cause only, and against which nothing else was found
 * @param from of the events, inclusive
 * @param to of the events, exclusive
 */
public record KeptAside(String meter, Optional<String> serial, Optional<String> cause, Instant from, Instant to) {}
