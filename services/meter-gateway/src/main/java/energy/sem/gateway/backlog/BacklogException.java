package energy.sem.gateway.backlog;

/** The backlog does not take or give events; the message says why, in one line for people. */
public class BacklogException extends Exception {
    private static final long serialVersionUID = 1L;

    public BacklogException(String message) {
        super(message);
    }

    public BacklogException(String message, Throwable cause) {
        super(message, cause);
    }
}
