package energy.sem.source;

import java.io.IOException;
import java.time.Duration;

/** The source cannot be read until somebody does something: asking it often would only burden it. */
public final class LeaveAloneException extends IOException {
    private static final long serialVersionUID = 1;

    private final Duration pause;

    /**
     * @param message for people: what is wrong and what to do
     * @param pause how long to wait before it is asked again
     */
    public LeaveAloneException(String message, Duration pause) {
        super(message);
        this.pause = pause;
    }

    /** How long to wait before it is asked again. */
    public Duration pause() {
        return pause;
    }
}
