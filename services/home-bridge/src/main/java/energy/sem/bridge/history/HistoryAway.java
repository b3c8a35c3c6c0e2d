package energy.sem.bridge.history;

/** History gave no answer that is of use; the message says why and, where somebody can, what to do. */
public final class HistoryAway extends Exception {
    private static final long serialVersionUID = 1L;

    HistoryAway(String message, Throwable cause) {
        super(message, cause);
    }
}
