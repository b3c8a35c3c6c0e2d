package energy.sem.registry;

/** A record that is no entry; the message says for people why, and quotes nothing of it. */
public final class BrokenEntryException extends Exception {
    private static final long serialVersionUID = 1L;

    BrokenEntryException(String message) {
        super(message);
    }

    BrokenEntryException(String message, Throwable cause) {
        super(message, cause);
    }
}
