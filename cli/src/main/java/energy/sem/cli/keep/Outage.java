package energy.sem.cli.keep;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One part's time of not running, and what the screen says of it: its cause when it begins and when it becomes another,
 * once in ten minutes that it lasts, and its end. Used by one thread.
 */
final class Outage {
    private static final Duration REMINDER = Duration.ofMinutes(10);

    private final String part;
    private final Instant begin;
    private String saidCause;
    private Instant saidAt;
    private int tries;

    Outage(String part, Instant begin) {
        this.part = part;
        this.begin = begin;
    }

    /**
     * The part has ended, or did not start.
     *
     * @param cause why, a clause
     * @param pause until it is started again
     * @return what to say, if anything
     */
    Optional<String> ended(String cause, Duration pause, Instant now) {
        // The same cause has other figures each time: bytes left, a time in a log's line.
        String kind = cause.replaceAll("[0-9]+", "0");
        boolean isNew = !kind.equals(saidCause);
        if (!isNew && now.isBefore(saidAt.plus(REMINDER))) {
            return Optional.empty();
        }
        saidCause = kind;
        saidAt = now;
        String next = tries == 0
                ? part + " is started again in " + pause.toSeconds() + " s"
                : part + " does not run, is tried again in " + pause.toSeconds() + " s, and for as long as it takes";
        return Optional.of(cause + "; " + next + ".");
    }

    /** The part is started again. */
    void tried() {
        tries++;
    }

    /** The part does its work again. */
    String over(Instant now) {
        return part + " is back after " + inWords(Duration.between(begin, now))
                + (tries > 1 ? ", at try " + tries + "." : ".");
    }

    private static String inWords(Duration length) {
        return length.toMinutes() == 0
                ? length.toSeconds() + " s"
                : length.toHours() == 0
                        ? length.toMinutes() + " min " + length.toSecondsPart() + " s"
                        : length.toHours() + " h " + length.toMinutesPart() + " min";
    }
}
