package energy.sem.display.history;

import java.util.Objects;

import energy.sem.display.view.Fault;

/** History could not be asked, or did not answer as it should. The message is for the log and names no key. */
public final class HistoryFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final Fault fault;

    HistoryFailure(Fault fault, String message, Throwable cause) {
        super(message, cause);
        this.fault = Objects.requireNonNull(fault, "fault");
    }

    /** A failure without another behind it. */
    public HistoryFailure(Fault fault, String message) {
        this(fault, message, null);
    }

    /** What the picture says about it. */
    public Fault fault() {
        return fault;
    }
}
