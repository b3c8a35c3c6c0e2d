package energy.sem.cli.keep;

import java.time.Duration;

/**
 * How long to wait before a part is started again: 1 s, then twice as long each time, 60 s at most. A part that ran for as
 * long as the longest pause got well, and its pauses begin anew. Used by one thread.
 */
final class Pauses {
    static final Duration SHORTEST = Duration.ofSeconds(1);
    static final Duration LONGEST = Duration.ofSeconds(60);

    private final Duration shortest;
    private Duration next;

    /** @param shortest the first pause */
    Pauses(Duration shortest) {
        this.shortest = shortest;
        this.next = shortest;
    }

    /**
     * The pause after an end.
     *
     * @param ran how long the part ran since its last start; zero when it did not start
     */
    Duration after(Duration ran) {
        if (ran.compareTo(LONGEST) >= 0) {
            beginAnew();
        }
        Duration pause = next;
        Duration doubled = pause.multipliedBy(2);
        next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return pause;
    }

    /** The next pause is the first one again. */
    void beginAnew() {
        next = shortest;
    }
}
